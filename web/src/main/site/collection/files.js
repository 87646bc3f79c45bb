// A molecule as a file: SVG, PNG, molfile. Each is made when it is asked for.
import { loadChemistry } from '../app/chemistry.js';
import { make } from '../app/page.js';
import { bytes, say } from '../app/say.js';

const PICTURE = { width: 600, height: 400, palette: 'light' };
const KEPT = 60000; // ms: a browser may be slow to begin
const SHARPNESS = 2; // pixels of a PNG to a pixel of the drawing

const FILES = {
  svg: {
    ending: 'svg',
    contents: async (chemistry, smiles) => {
      const text = await chemistry.draw(smiles, { ...PICTURE, title: smiles });
      return new Blob([text], { type: 'image/svg+xml' });
    },
  },
  png: {
    ending: 'png',
    contents: (chemistry, smiles) => chemistry.png(smiles, { ...PICTURE, scale: SHARPNESS }),
  },
  molfile: {
    ending: 'mol',
    contents: async (chemistry, smiles) => {
      const text = await chemistry.molfile(smiles, { name: smiles.slice(0, 80) });
      return new Blob([text], { type: 'chemical/x-mdl-molfile' });
    },
  },
};

/** Fills `body` with the buttons that save molecule number `n`. */
export async function showFiles(body, { smiles, facts, n }) {
  const note = make('p', { class: 'card-note', role: 'status' });
  const buttons = Object.entries(FILES).map(([kind, { ending, contents }]) => {
    const button = make('button', {
      'type': 'button',
      'data-do': `save-${kind}`,
      'aria-label': say(`files.${kind}.name`, { n }),
      'text': say(`files.${kind}`),
    });
    button.addEventListener('click', async () => {
      try {
        const blob = await contents(await loadChemistry(), smiles);
        const name = `${facts.formula}-${n}.${ending}`;
        save(blob, name);
        note.textContent = say('files.saved', { name, bytes: bytes(blob.size) });
      } catch (error) {
        note.textContent = say('files.failed', { reason: error.message });
      }
    });
    return button;
  });
  body.replaceChildren(make('div', { class: 'row' }, ...buttons), note);
}

/** Lets the browser save `blob` under `name`. */
export function save(blob, name) {
  const address = URL.createObjectURL(blob);
  make('a', { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), KEPT);
}
