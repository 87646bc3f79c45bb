// Some molecules side by side: pictures, properties, and which of them differ.
import { draw, loadChemistry } from '../app/chemistry.js';
import { formula, weightOf } from '../app/formula.js';
import { make } from '../app/page.js';
import { say } from '../app/say.js';
import { figure } from './figures.js';
import { inWords } from './properties.js';

const WIDTH = 220;
const HEIGHT = 150;

/** Shows two to six cards' molecules side by side until the visitor closes it. */
export async function compare(cards) {
  const columns = await Promise.all(cards.map(column));
  const names = [...new Set(columns.flatMap(({ values }) => [...values.keys()]))];
  const close = make('button', { type: 'button', class: 'quiet', text: say('collection.close') });
  const table = make('table', { class: 'compare-table' },
    make('caption', { class: 'unseen', text: say('collection.compare') }),
    make('thead', {}, make('tr', {}, make('td', {}), ...columns.map(({ head }) => head))),
    make('tbody', {}, ...names.map((name) => row(name, columns.map(({ values }) => values.get(name) ?? say('collection.unknown'))))));
  const dialog = make('dialog', { 'class': 'compare-dialog', 'aria-labelledby': 'compare-title' },
    make('div', { class: 'dialog-head' }, make('h2', { id: 'compare-title', text: say('collection.compare') }), close),
    make('p', { class: 'hint', text: say('collection.compare.means') }),
    make('div', { 'class': 'compare-scroll', 'role': 'region', 'tabIndex': 0, 'aria-label': say('collection.compare') }, table));
  document.body.append(dialog);
  close.addEventListener('click', () => dialog.close());
  dialog.addEventListener('close', () => dialog.remove());
  dialog.showModal();
}

async function column(card) {
  const { n, smiles, facts, logProbability, membership } = card;
  const readable = Boolean(facts?.formula);
  const [picture, properties] = readable
    ? await Promise.all([draw(smiles, { width: WIDTH, height: HEIGHT, title: say('loom.structure', facts) }), propertiesOf(smiles)])
    : [null, null];
  const values = new Map();
  values.set('formula', facts?.formula ?? say('collection.unknown'));
  values.set('weight', readable ? weightOf(facts) : say('collection.unknown'));
  for (const [name, value] of properties ?? []) values.set(name, value);
  values.set('likelihood', Number.isFinite(logProbability) ? figure(logProbability, 1) : say('collection.unknown'));
  values.set('novelty', membership ? say(`collection.novelty.${membership}`) : say('collection.unknown'));
  const head = make('th', { scope: 'col' },
    make('div', { class: 'compare-picture' }, picture ?? make('span', { class: 'hint', text: say('card.noPicture') })),
    make('span', { text: say('card.name', { n }) }), make('code', { class: 'card-smiles', translate: false, text: smiles }));
  return { head, values };
}

async function propertiesOf(smiles) {
  const chemistry = await loadChemistry();
  return chemistry.properties(smiles).then(inWords, () => null);
}

function row(name, values) {
  const differ = new Set(values).size > 1;
  const mark = differ
    ? [make('span', { 'class': 'differs', 'aria-hidden': 'true', 'text': ' \u2260' }), make('span', { class: 'unseen', text: ` (${say('collection.differs')})` })]
    : [];
  return make('tr', { 'class': differ ? 'differ' : '', 'data-property': name },
    make('th', { scope: 'row' }, nameOf(name), ...mark),
    ...values.map((value) => make('td', {}, ...(name === 'formula' ? formula(value) : [value]))));
}

function nameOf(name) {
  return ['formula', 'weight', 'likelihood', 'novelty'].includes(name) ? say(`collection.row.${name}`) : say(`property.${name}`);
}
