// A molecule's properties with their units and what they mean.
import { loadChemistry } from '../app/chemistry.js';
import { make } from '../app/page.js';
import { say } from '../app/say.js';
import { figure } from './figures.js';

/** Each property as it is written; the words are the messages "property.NAME" and "property.NAME.means". */
const WRITTEN = {
  logP: ({ logP }) => figure(logP, 2),
  polarSurface: ({ polarSurface }) => say('property.area', { n: figure(polarSurface, 1) }),
  donors: ({ donors }) => donors,
  acceptors: ({ acceptors }) => acceptors,
  rotatableBonds: ({ rotatableBonds }) => rotatableBonds,
  rings: ({ rings, aromaticRings }) => say('property.rings.value', { rings, aromaticRings }),
  stereocentres: ({ stereocentres, markedStereocentres }) =>
    say('property.stereocentres.value', { stereocentres, markedStereocentres }),
  fractionSp3: ({ fractionSp3 }) => figure(fractionSp3, 2),
  lipinskiViolations: ({ lipinskiViolations }) => say('property.lipinskiViolations.value', { lipinskiViolations }),
  qed: ({ qed }) => figure(qed, 2),
  saLike: ({ saLike }) => figure(saLike, 1),
};

/** Each property's name and how its value is written, as pairs. */
export function inWords(properties) {
  return Object.entries(WRITTEN).map(([name, written]) => [name, String(written(properties))]);
}

/** Fills `body` with the properties of a molecule. */
export async function showProperties(body, { smiles }) {
  const chemistry = await loadChemistry();
  const properties = await chemistry.properties(smiles);
  body.replaceChildren(make('dl', { class: 'properties' },
    ...inWords(properties).map(([name, value]) => make('div', { 'data-property': name },
      make('dt', { text: say(`property.${name}`) }),
      make('dd', { class: 'value', text: value }),
      make('dd', { class: 'hint', text: say(`property.${name}.means`) })))));
}

