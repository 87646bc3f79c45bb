// Many drawings on one sheet, as SVG or as PNG, with where they came from inside.
import { originOf } from './table.js';
import { withText } from './png-text.js';

const FRAME = { width: 240, height: 160, palette: 'light' };
const COLUMNS = 5;
const SHARPNESS = 2;

/** The most molecules that fit on a sheet. */
export const MOST = { svg: 1000, png: 200 };

/** The sheet as SVG. */
export async function svgSheet(chemistry, cards, modelOf) {
  const parts = [];
  for (const [i, { smiles }] of cards.entries()) {
    const svg = await chemistry.draw(smiles, { ...FRAME, title: smiles });
    const { x, y } = placeOf(i);
    parts.push(svg.replace('<svg ', `<svg x="${x}" y="${y}" `));
  }
  const { width, height } = sizeOf(cards.length);
  const origin = escaped(JSON.stringify(originOf(cards, modelOf)));
  return new Blob([
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<metadata>${origin}</metadata><rect width="${width}" height="${height}" fill="#ffffff"/>`,
    ...parts, '</svg>',
  ], { type: 'image/svg+xml' });
}

/** The sheet as PNG, painted on a canvas. */
export async function pngSheet(chemistry, cards, modelOf) {
  const { width, height } = sizeOf(cards.length);
  const canvas = document.createElement('canvas');
  canvas.width = width * SHARPNESS;
  canvas.height = height * SHARPNESS;
  const context = canvas.getContext('2d');
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.scale(SHARPNESS, SHARPNESS);
  for (const [i, { smiles }] of cards.entries()) {
    const { x, y } = placeOf(i);
    context.save();
    context.translate(x, y);
    await chemistry.paint(context, smiles, { ...FRAME, foreground: '#1b1b1b' });
    context.restore();
  }
  const blob = await new Promise((done) => canvas.toBlob(done, 'image/png'));
  return withText(blob, 'Description', JSON.stringify(originOf(cards, modelOf)));
}

function placeOf(i) {
  return { x: (i % COLUMNS) * FRAME.width, y: Math.floor(i / COLUMNS) * FRAME.height };
}

function sizeOf(count) {
  return { width: Math.min(count, COLUMNS) * FRAME.width, height: Math.ceil(count / COLUMNS) * FRAME.height };
}

function escaped(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
