// The worksheet that the page is on paper: how the molecule came about, its replay link, lines for answers.
import { worksheet } from '../messages/worksheet.js';
import { finishedMolecule } from './growing.js';
import { writeLink } from './link.js';
import { make } from './page.js';
import { learn, number, say } from './say.js';
import { chosen } from './state.js';

const QUESTIONS = ['worksheet.see', 'worksheet.why', 'worksheet.change'];
const LINES = 3;

let sheet = null;

/** Makes printing give the worksheet; `opened()` is the page's model at that time. */
export async function startWorksheet(opened) {
  await learn(worksheet);
  addEventListener('beforeprint', () => {
    sheet?.remove();
    sheet = sheetOf(opened());
    document.querySelector('main').append(sheet);
  });
  addEventListener('afterprint', () => sheet?.remove());
}

function sheetOf({ model, name, title }) {
  const { smiles, seed, temperature, validity, prefix, topP, topK } = { ...chosen(), ...finishedMolecule() };
  const settings = { seed, temperature, validity, prefix, topP, topK, count: 1 };
  const link = writeLink({ ...settings, model: name, modelId: model.modelId.slice(0, 8), numericVersion: model.numericVersion });
  const facts = make('dl', {});
  const told = {
    'worksheet.molecule': smiles ?? '',
    'worksheet.model': `${title || model.card.name || name} ${model.modelId.slice(0, 8)}`.trim(),
    'worksheet.seed': String(seed),
    'worksheet.temperature': number(temperature, 2),
    'worksheet.prefix': prefix || say('worksheet.none'),
    'worksheet.validity': say(`validity.${validity}`),
    'worksheet.link': new URL(link, document.baseURI).href,
  };
  for (const [key, value] of Object.entries(told)) {
    if (value !== '') facts.append(make('dt', { text: say(key) }), make('dd', { text: value, translate: false }));
  }
  const questions = QUESTIONS.map((key) => make('div', { class: 'question' },
    make('p', { text: say(key) }), ...Array.from({ length: LINES }, () => make('div', { class: 'answer' }))));
  return make('section', { class: 'worksheet' }, make('p', { class: 'name', text: say('worksheet.name') }), facts, ...questions);
}
