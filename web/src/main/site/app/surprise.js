// How little the network expected each token, on a scale for atoms and stitches.
import { loadChemistry } from './chemistry.js';
import { at, make } from './page.js';
import { percent, say } from './say.js';
import { inWords } from './token-words.js';

const LEAST = 0.01; // the probability at the strong end of the scale
const STEPS = 5; // of the legend, evenly on the logarithm: 100 %, 32 %, 10 %, 3 %, 1 %
const NAMED = 3;
const SVG = 'http://www.w3.org/2000/svg';

/** From 0 (sure of it) to 1 (one in a hundred, or less). */
export function strength({ logProbability }) {
  return Math.min(1, Math.max(0, logProbability / Math.log(LEAST)));
}

/** The strength of each atom in the order of the text, or undefined where tokens and atoms do not meet. */
export async function atomStrengths({ smiles, tokens }) {
  const chemistry = await loadChemistry();
  const parts = await chemistry.tokenAtoms(smiles);
  if (parts.some((part, i) => part.text !== tokens[i]?.text)) return undefined;
  return parts.flatMap((part, i) => (part.kind === 'atom' ? [strength(tokens[i])] : []));
}

/** Shows the scale, once, in the colours that the drawings have. */
export async function showLegend() {
  if (at('surprise-scale').children.length > 0) return;
  const chemistry = await loadChemistry();
  const colours = await chemistry.highlightScale({ steps: STEPS });
  at('surprise-scale').replaceChildren(...colours.map((colour, i) => {
    const share = percent(LEAST ** (i / (STEPS - 1)));
    const words = i < STEPS - 1 ? share : say('surprise.orLess', { share });
    return make('li', {}, disc(colour), make('span', { text: words }));
  }));
}

/** The least expected tokens of a molecule in words, for those who see no colours. */
export function leastExpected({ tokens }) {
  const texts = tokens.map(({ text }) => text);
  const places = [...tokens.keys()].filter((i) => !/^<.+>$/.test(texts[i]));
  places.sort((one, other) => tokens[one].logProbability - tokens[other].logProbability);
  return say('surprise.least', {
    tokens: places.slice(0, NAMED).map((i) => say('surprise.token', {
      token: texts[i],
      words: inWords(texts[i], texts.slice(0, i)),
      place: i + 1,
      percent: percent(Math.exp(tokens[i].logProbability)),
    })).join('; '),
  });
}

function disc({ colour, opacity }) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 2 2');
  svg.setAttribute('aria-hidden', 'true');
  const circle = document.createElementNS(SVG, 'circle');
  for (const [name, value] of Object.entries({ cx: 1, cy: 1, r: 1, fill: colour, 'fill-opacity': opacity })) {
    circle.setAttribute(name, value);
  }
  svg.append(circle);
  return svg;
}
