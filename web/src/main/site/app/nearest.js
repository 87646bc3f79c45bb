// The likest other molecule of the collection, as far as it has been dreamed.
import { draw, loadChemistry } from './chemistry.js';
import { make } from './page.js';
import { say } from './say.js';

const WIDTH = 220;
const HEIGHT = 120;

const waiting = []; // cards whose molecules have not been compared yet
const owners = []; // of each different molecule: its cards
let molecules = null;
let comparing = Promise.resolve();

/** Takes note of card number `n`; nothing is compared before somebody asks. */
export function noteCard(n, smiles, element) {
  waiting.push({ n, smiles, element });
}

/** Fills `body` with the molecule likest to `smiles`, and the way to its card. */
export async function showNearest(body, { smiles }) {
  comparing = comparing.catch(() => {}).then(compare);
  await comparing;
  const { number } = await molecules.add(smiles);
  const nearest = await molecules.nearest(number);
  if (nearest === null) {
    body.replaceChildren(make('p', { class: 'hint', text: say('nearest.none') }));
    return;
  }
  const cards = owners[nearest.number];
  const card = cards.find(({ element }) => element.isConnected);
  const other = (card ?? cards[0]).smiles;
  const similarity = nearest.similarity.toFixed(2);
  const picture = await draw(other, { width: WIDTH, height: HEIGHT, title: other }).catch(() => null);
  body.replaceChildren(
    make('p', { text: say('nearest.similarity', { similarity }) }),
    make('div', { class: 'nearest-picture' }, ...(picture ? [picture] : [])),
    card ? wayTo(card) : make('p', { class: 'hint', text: say('nearest.removed') }),
    make('p', { class: 'hint', text: say('nearest.means') }));
}

async function compare() {
  molecules ??= (await loadChemistry()).collection();
  while (waiting.length > 0) {
    const card = waiting[0];
    const { number } = await molecules.add(card.smiles);
    (owners[number] ??= []).push(card);
    waiting.shift();
  }
}

function wayTo({ n, element }) {
  const button = make('button', { 'type': 'button', 'data-do': 'nearest', 'text': say('nearest.go', { n }) });
  button.addEventListener('click', () => {
    element.tabIndex = -1;
    element.focus({ preventScroll: true });
    element.scrollIntoView({ block: 'center' });
  });
  return button;
}
