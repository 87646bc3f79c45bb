// Tells the page around a frame how tall the frame's content is. Of that page nothing is taken but a greeting.

/** The address of an origin and nothing else. */
const ORIGIN = /^https?:\/\/[\w.-]+(:\d{1,5})?$/;

let target = null; // the origin that is told, fixed by the first greeting
let told = 0;

/** How each kind of page is spoken to: `hello` before anything is known, `tell` then, `hears` what it says. */
const HOSTS = {
  plain: {
    hello: { molweave: 'frame', version: 1, say: 'hello' },
    tell: (height) => ({ molweave: 'frame', version: 1, say: 'height', height }),
    greets: (data) => data.molweave === 'parent' && data.version === 1 && data.say === 'hello',
    hears: () => null,
  },
  canvas: {
    hello: null,
    tell: (height) => ({ subject: 'lti.frameResize', height }),
    greets: () => false,
    hears: () => null,
  },
  h5p: {
    hello: { context: 'h5p', action: 'hello' },
    tell: (height) => ({ context: 'h5p', action: 'prepareResize', scrollHeight: height, clientHeight: innerHeight }),
    greets: (data) => data.context === 'h5p' && data.action === 'hello',
    hears: (data, height) => (data.context === 'h5p' && data.action === 'resizePrepared' ? { context: 'h5p', action: 'resize', scrollHeight: height } : null),
  },
};

/**
 * Tells the height whenever it changes.
 *
 * @param {string | null} name of the kind of page; any other is a plain one
 * @param {string | null} origin of that page, where it is known
 */
export function tellHeight(name, origin) {
  if (parent === window) return;
  const host = Object.hasOwn(HOSTS, name ?? '') ? HOSTS[name] : HOSTS.plain;
  if (host === HOSTS.canvas) target = ORIGIN.test(origin ?? '') ? origin : around(); // It never greets.
  addEventListener('message', ({ data, source, origin: from }) => {
    if (source !== parent || typeof data !== 'object' || data === null) return;
    if (target === null) {
      if (!host.greets(data) || !ORIGIN.test(from) || (origin !== null && origin !== from)) return;
      target = from;
      tell(host);
    } else if (from === target) {
      const answer = host.hears(data, heightNow());
      if (answer !== null) parent.postMessage(answer, target);
    }
  });
  if (host.hello !== null) parent.postMessage(host.hello, '*'); // Nobody is known yet, and it says nothing.
  new ResizeObserver(() => tell(host)).observe(document.body);
}

function tell(host) {
  const height = heightNow();
  if (target === null || height === told) return;
  told = height;
  parent.postMessage(host.tell(height), target);
}

function heightNow() {
  return Math.ceil(document.body.getBoundingClientRect().height);
}

/** The origin of the page around this one, where the browser tells it; else null. */
function around() {
  const found = location.ancestorOrigins?.[0] ?? (document.referrer === '' ? '' : new URL(document.referrer).origin);
  return ORIGIN.test(found) ? found : null;
}
