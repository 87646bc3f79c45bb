// Going on from an atom: of the molecule on the loom, or of a fragment that is pasted.
import { announce } from './activity.js';
import { draw, loadChemistry } from './chemistry.js';
import { newDialog, show } from './dialogs.js';
import { graphOf, spellingsOpenAt } from './fragment.js';
import { make } from './page.js';
import { say } from './say.js';

const FRAME = { width: 480, height: 320 };
const REACH = 13; // pixels around an atom that count as it
const TRIED = 8; // spellings, likeliest first, that are asked whether a molecule can come of them
const SVG = 'http://www.w3.org/2000/svg';

const field = make('input', { 'type': 'text', 'id': 'continue-text', 'maxLength': 400, 'spellcheck': false, 'autocapitalize': 'none', 'autocomplete': 'off', 'translate': false, 'aria-describedby': 'continue-hint' });
const note = make('p', { id: 'continue-note', class: 'fault-words', role: 'status' });
const picture = make('div', { class: 'atoms-picture' });
const dialog = newDialog('continuing', say('continue.title'),
  make('label', { htmlFor: 'continue-text', text: say('continue.label') }), field,
  make('p', { id: 'continue-hint', class: 'hint', text: say('continue.hint') }), note, picture);

let onChosen = () => {};
let modelNow = () => null;
let newest = 0;

field.addEventListener('input', showAtoms);

/** Opens the dialog with the finished molecule; `write(text)` types what comes of it for `opened()`. */
export async function openContinuing(finished, write, opened) {
  modelNow = () => opened().model;
  onChosen = write;
  field.value = finished()?.smiles ?? '';
  show(dialog);
  await showAtoms();
}

async function showAtoms() {
  const asked = ++newest;
  const smiles = field.value.trim();
  note.textContent = smiles === '' ? say('continue.none') : '';
  if (smiles === '') return picture.replaceChildren();
  try {
    const chemistry = await loadChemistry();
    const graph = graphOf(await chemistry.tokenAtoms(smiles));
    const highlights = graph.symbols.map(() => 1);
    const { commands } = await chemistry.commands(smiles, { ...FRAME, highlights });
    const drawing = await draw(smiles, { ...FRAME, title: smiles, highlights }); // these shift the atoms
    for (const disc of drawing.querySelectorAll('.mw-highlights')) disc.remove();
    if (asked === newest) offer(graph, drawing, commands.filter(([kind]) => kind === 'disc'));
  } catch (error) {
    if (asked !== newest) return undefined;
    picture.replaceChildren();
    note.textContent = say('continue.fault', { reason: error.message });
  }
  return undefined;
}

function offer(graph, svg, discs) {
  const group = document.createElementNS(SVG, 'g');
  group.setAttribute('role', 'group');
  group.setAttribute('aria-label', say('continue.picture'));
  const shown = [...graph.symbols.keys()].filter((atom) => graph.symbols[atom] !== '[H]');
  const spots = discs.map(([, , , x, y], i) => spot(graph, shown[i], x, y));
  spots[0]?.setAttribute('tabindex', '0');
  group.append(...spots);
  group.addEventListener('keydown', (event) => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    const at = spots.indexOf(document.activeElement);
    if (at < 0) return;
    if (step !== undefined) {
      event.preventDefault();
      spots[at].setAttribute('tabindex', '-1');
      const next = spots[(at + step + spots.length) % spots.length];
      next.setAttribute('tabindex', '0');
      next.focus();
    } else if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      choose(graph, shown[at]);
    }
  });
  svg.removeAttribute('role');
  svg.append(group);
  picture.replaceChildren(svg);
}

function spot(graph, atom, x, y) {
  const circle = document.createElementNS(SVG, 'circle');
  const words = say('continue.atom', { n: atom + 1, count: graph.symbols.length, symbol: graph.symbols[atom] });
  const attributes = { 'cx': x, 'cy': y, 'r': REACH, 'class': 'atom-spot', 'role': 'button', 'tabindex': -1, 'aria-label': words, 'data-atom': atom };
  for (const [name, value] of Object.entries(attributes)) circle.setAttribute(name, value);
  circle.addEventListener('click', () => choose(graph, atom));
  return circle;
}

async function choose(graph, atom) {
  const text = await likeliest(modelNow(), spellingsOpenAt(graph, atom));
  dialog.close();
  onChosen(text);
  announce(say('continue.done', { text }));
}

/** Of many spellings the one that the network expects most, among those of which a molecule can come. */
async function likeliest(model, texts) {
  const costs = await Promise.all(texts.map((text) => model.score(text).then(withoutEnd, () => Infinity)));
  const order = [...texts.keys()].sort((one, other) => costs[one] - costs[other]);
  for (const i of order.slice(0, TRIED)) {
    const alive = await model.next(texts[i], { validity: 'mask' }).then(() => true, () => false);
    if (alive) return texts[i];
  }
  return texts[order[0]];
}

function withoutEnd({ tokens }) {
  return tokens.slice(0, -1).reduce((sum, token) => sum + token.negativeLogLikelihood, 0);
}
