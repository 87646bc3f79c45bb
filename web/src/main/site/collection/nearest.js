// The likest other molecule of the collection, as far as it has been dreamed.
import { draw, loadChemistry } from '../app/chemistry.js';
import { make } from '../app/page.js';
import { number, say } from '../app/say.js';

const WIDTH = 220;
const HEIGHT = 120;

const compared = new Set(); // ids of cards
const owners = []; // of each different molecule: the ids of its cards, and its SMILES
let molecules = null;
let comparing = Promise.resolve();
let collected = null;
let go = () => {};

/** Says which cards there are, and what goes to one of them; nothing is compared before somebody asks. */
export function compareWithin(store, goTo) {
  collected = store;
  go = goTo;
}

/** Nothing is compared any more. */
export function forgetCompared() {
  comparing = comparing.catch(() => {}).then(async () => {
    await molecules?.forget();
    molecules = null;
    compared.clear();
    owners.length = 0;
  });
}

/** Fills `body` with the molecule likest to `smiles`, and the way to its card. */
export async function showNearest(body, { smiles }) {
  comparing = comparing.catch(() => {}).then(compare);
  await comparing;
  const asked = await molecules.add(smiles);
  const nearest = await molecules.nearest(asked.number);
  if (nearest === null) {
    body.replaceChildren(make('p', { class: 'hint', text: say('nearest.none') }));
    return;
  }
  const owner = owners[nearest.number];
  const card = owner.ids.map((id) => collected.card(id)).find((found) => found);
  const similarity = number(nearest.similarity, 2);
  const picture = await draw(owner.smiles, { width: WIDTH, height: HEIGHT, title: owner.smiles }).catch(() => null);
  body.replaceChildren(
    make('p', { text: say('nearest.similarity', { similarity }) }),
    make('div', { class: 'nearest-picture' }, ...(picture ? [picture] : [])),
    card ? wayTo(card) : make('p', { class: 'hint', text: say('nearest.removed') }),
    make('p', { class: 'hint', text: say('nearest.means') }));
}

async function compare() {
  molecules ??= (await loadChemistry()).collection();
  for (const { id, smiles, facts } of collected.cards()) {
    if (compared.has(id) || !facts?.formula) continue;
    const added = await molecules.add(smiles);
    (owners[added.number] ??= { ids: [], smiles }).ids.push(id);
    compared.add(id);
  }
}

function wayTo({ n, id }) {
  const button = make('button', { 'type': 'button', 'data-do': 'nearest', 'text': say('nearest.go', { n }) });
  button.addEventListener('click', () => go(id));
  return button;
}
