import { chemistry } from './molweave/index.js';

const loaded = chemistry();

/** For each request `{ smiles, palette, highlights }` what the page's chemistry makes of it, as texts. */
globalThis.drawn = async (requests) => {
  const tools = await loaded;
  const answers = [];
  for (const { smiles, palette, highlights } of requests) {
    const tokens = await tools.tokenAtoms(smiles);
    answers.push({
      svg: await tools.draw(smiles, { width: 220, height: 160, title: 'a', palette, highlights }),
      commands: JSON.stringify(await tools.commands(smiles, { width: 220, height: 160, palette, highlights })),
      tokens: tokens.map(({ text, kind, atoms }) => `${text} ${kind} ${atoms}`).join('\n'),
      v2000: await tools.molfile(smiles, { name: 'a' }),
      sdf: await tools.sdf([{ smiles, name: 'a', fields: { A: 1 } }], { version: 'V3000' }),
    });
  }
  return answers;
};

/** A PNG of a molecule, as bytes in base 64. */
globalThis.png = async (smiles, options) => {
  const bytes = new Uint8Array(await (await (await loaded).png(smiles, options)).arrayBuffer());
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
};

/** The colour, `r,g,b,a`, that a canvas of the page has at a place after a molecule was painted on it. */
globalThis.painted = async (smiles, options, x, y) => {
  const canvas = document.body.appendChild(document.createElement('canvas'));
  await (await loaded).paint(canvas, smiles, options);
  const { data } = canvas.getContext('2d').getImageData(x, y, 1, 1);
  return `${canvas.width}x${canvas.height} ${Array.from(data)}`;
};

/** What an option out of range says. */
globalThis.refusal = async (member, ...given) => {
  try {
    await (await loaded)[member](...given);
    return 'none';
  } catch (error) {
    return `${error.id ?? error.name}: ${error.message}`;
  }
};
