// Turns a drawing's text into an element, keeping only what a drawing needs.

const ELEMENTS = new Set(['svg', 'title', 'desc', 'g', 'path', 'line', 'circle', 'polygon', 'polyline', 'rect', 'text', 'tspan']);
const REFUSED = /^(on|style$|href$|xlink:)/i;

/** The SVG element that `text` spells, without script, style or links; null when it is none. */
export function pictureOf(text) {
  const root = new DOMParser().parseFromString(text, 'image/svg+xml').documentElement;
  if (root.localName !== 'svg') return null;
  for (const element of [...root.querySelectorAll('*')]) {
    if (!ELEMENTS.has(element.localName)) element.remove();
  }
  for (const element of [root, ...root.querySelectorAll('*')]) {
    for (const { name } of [...element.attributes]) {
      if (REFUSED.test(name)) element.removeAttribute(name);
    }
  }
  return document.importNode(root, true);
}
