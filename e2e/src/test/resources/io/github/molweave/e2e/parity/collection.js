import { chemistry } from './molweave/index.js';

/**
 * Collects each molecule in turn: for each a line with its number, whether it is new, its nearest
 * neighbour and the likeness; for text that is none the id of the error.
 */
globalThis.collect = async (texts) => {
  const molecules = (await chemistry()).collection();
  const other = (await chemistry()).collection();
  const lines = [];
  for (const text of texts) {
    try {
      const { number, fresh } = await molecules.add(text);
      const nearest = await molecules.nearest(number);
      lines.push([number, fresh, nearest?.number ?? 'nobody', nearest?.similarity ?? 0].join(' '));
    } catch (error) {
      lines.push(error.id);
    }
  }
  await molecules.forget();
  lines.push(String(await molecules.nearest(0)), String(await other.nearest(0)));
  return lines;
};
