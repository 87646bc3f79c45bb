// Work for cards that are near the window: one at a time, and none for what has left again.

const waiting = new Map(); // element -> what to do for it
let busy = false;

/** Does `work()` when its turn comes, unless `never(element)` is said before. */
export function soon(element, work) {
  waiting.set(element, work);
  goOn();
}

/** The element has left: no more work for it. */
export function never(element) {
  waiting.delete(element);
}

async function goOn() {
  if (busy) return;
  busy = true;
  try {
    for (const [element, work] of waiting) {
      waiting.delete(element);
      await work();
    }
  } finally {
    busy = false;
  }
}
