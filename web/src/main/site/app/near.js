// Work for elements that come near to the window: one at a time, and none for what has left again.

const MARGIN = '500px';

const works = new WeakMap(); // element -> what to do for it
const waiting = new Set(); // elements near the window
let busy = false;

const observer = new IntersectionObserver((changes) => {
  for (const { target, isIntersecting } of changes) {
    if (isIntersecting) waiting.add(target);
    else waiting.delete(target);
  }
  goOn();
}, { rootMargin: MARGIN });

/** Does `work()` once, when `element` is near the window. */
export function whenNear(element, work) {
  works.set(element, work);
  observer.observe(element);
}

async function goOn() {
  if (busy) return;
  busy = true;
  try {
    for (const element of waiting) {
      waiting.delete(element);
      observer.unobserve(element);
      await works.get(element)();
    }
  } finally {
    busy = false;
  }
}
