/**
 * For a page that holds Molweave in iframes: gives each frame the height that it asks for. Frames are told
 * by their window and their origin; what else comes as a message is not listened to.
 */
const FRAME = /\/frame\.html([?#]|$)/;
const TALLEST = 4000;

const known = new Map(); // the frame's window -> { iframe, origin }

addEventListener('message', ({ data, source, origin }) => {
  if (source === null || typeof data !== 'object' || data === null || data.molweave !== 'frame') return;
  if (data.say === 'hello') {
    const iframe = [...document.querySelectorAll('iframe')].find((each) => each.contentWindow === source);
    if (iframe === undefined || !FRAME.test(iframe.src) || !isOf(iframe, origin)) return;
    known.set(source, { iframe, origin });
    greet(source, origin);
  } else if (data.say === 'height' && known.get(source)?.origin === origin) {
    const { height } = data;
    if (Number.isFinite(height) && height > 0) known.get(source).iframe.height = String(Math.min(TALLEST, Math.ceil(height)));
  }
});

// Those that have said hello before this script was there.
for (const iframe of document.querySelectorAll('iframe')) {
  if (FRAME.test(iframe.src)) greet(iframe.contentWindow, iframe.hasAttribute('sandbox') ? 'null' : new URL(iframe.src).origin);
}

/** A sandboxed frame has no origin of its own. */
function isOf(iframe, origin) {
  return origin === new URL(iframe.src).origin || (origin === 'null' && iframe.hasAttribute('sandbox'));
}

/** An origin `null` cannot be named as a target, and a greeting holds nothing that is secret. */
function greet(frame, origin) {
  frame.postMessage({ molweave: 'parent', version: 1, say: 'hello' }, origin === 'null' ? '*' : origin);
}
