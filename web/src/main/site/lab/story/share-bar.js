// A share as a bar, and its interval as a line across the bar's end.

const SVG = 'http://www.w3.org/2000/svg';

/** The bar of `{ hits, of, low, high }`: an ornament, the words beside it say the same. */
export function shareBar({ hits, of, low, high }) {
  const bar = part('svg', { viewBox: '0 0 100 10', preserveAspectRatio: 'none', class: 'share-bar' });
  bar.setAttribute('aria-hidden', 'true');
  bar.append(part('rect', { class: 'share-ground', x: 0, y: 3, width: 100, height: 4 }));
  if (of === 0) return bar;
  bar.append(
    part('rect', { class: 'share-hits', x: 0, y: 3, width: (100 * hits) / of, height: 4 }),
    part('rect', { class: 'share-interval', x: low, y: 4.5, width: high - low, height: 1 }),
    part('rect', { class: 'share-interval', x: Math.max(0, low - 0.25), y: 1, width: 0.5, height: 8 }),
    part('rect', { class: 'share-interval', x: Math.min(99.5, high - 0.25), y: 1, width: 0.5, height: 8 }),
  );
  return bar;
}

function part(name, attributes) {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
}
