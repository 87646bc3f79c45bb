// Choosing a network: those that come with the page, or a file that is read here and sent nowhere.
import { announce } from './activity.js';
import { newDialog, show } from './dialogs.js';
import { loadEngine, shippedModels } from './engine.js';
import { size, titleOf } from './own.js';
import { make } from './page.js';
import { bytes, knows, say } from './say.js';

const LARGEST = 2 ** 29; // bytes; no network that this engine runs is near it
const LONGEST_NAME = 80; // characters of a file's name that are shown

const words = make('p', { id: 'models-words' });
const progress = make('progress', { 'max': 1, 'aria-labelledby': 'models-words' });
const stop = make('button', { type: 'button', class: 'quiet', text: say('models.stop') });
const loading = make('div', { class: 'row', hidden: true }, words, progress, stop);
const fault = make('p', { id: 'models-fault', class: 'fault-words', role: 'alert' });
const list = make('ul', { id: 'models-list', class: 'models' });
const input = make('input', { 'type': 'file', 'id': 'model-file', 'accept': '.safetensors', 'aria-describedby': 'model-file-hint' });
const dialog = newDialog('models', say('models.title'), loading, fault, list,
  make('label', { class: 'file' }, make('span', { text: say('models.file') }), input),
  make('p', { id: 'model-file-hint', class: 'hint', text: say('models.file.hint') }));

let controller = null;
let current = null; // () => the model in use
let onUse = () => {};

input.addEventListener('change', () => {
  const [file] = input.files;
  input.value = ''; // the same file can be picked again
  if (file !== undefined) openFile(file, current, onUse);
});
stop.addEventListener('click', () => controller?.abort());
dialog.addEventListener('close', () => controller?.abort());

/** Opens the list of networks. */
export async function openModels(opened, use) {
  [current, onUse] = [opened, use];
  fault.textContent = '';
  show(dialog);
  const { models } = await shippedModels();
  list.replaceChildren(...models.map(entry));
}

/** Opens a file of the visitor's: whatever is wrong with it is said in the dialog. */
export async function openFile(file, opened, use) {
  [current, onUse] = [opened, use];
  if (!dialog.open) await openModels(opened, use);
  const name = file.name.length > LONGEST_NAME ? `${file.name.slice(0, LONGEST_NAME)}…` : file.name;
  await take(name, () => {
    if (file.size > LARGEST) throw new RangeError(say('models.large', { bytes: bytes(file.size) }));
    return file.arrayBuffer();
  }, { name: '', title: name, novelty: null, histograms: null, bytes: file.size });
}

function entry(model) {
  const used = current().name === model.name;
  const button = make('button', { 'type': 'button', 'text': say(used ? 'models.used' : 'models.use'), 'disabled': used, 'data-model': model.name });
  const title = titleOf(model) || model.name;
  button.addEventListener('click', () => take(title, () => model.address, model));
  const words = make('div', {}, make('strong', { text: title }));
  if (knows(`models.about.${model.name}`)) words.append(make('p', { class: 'hint', text: say(`models.about.${model.name}`) }));
  words.append(make('p', { class: 'hint', text: size(model.bytes) }));
  return make('li', {}, words, button);
}

/** Loads a network and hands it over; a new wish ends the one before. */
async function take(name, source, { name: linked, title, novelty, histograms, bytes: expected }) {
  controller?.abort();
  controller = new AbortController();
  const { signal } = controller;
  fault.textContent = '';
  loading.hidden = false;
  words.textContent = say('models.loading', { name });
  progress.removeAttribute('value');
  const onProgress = ({ loaded, total }) => {
    const all = total ?? expected;
    if (all > 0) progress.value = Math.min(1, loaded / all);
  };
  try {
    const engine = await loadEngine();
    const model = await engine.loadModel(await source(), { signal, onProgress });
    if (signal.aborted) return model.close();
    controller = null;
    await onUse({ model, novelty, histograms, name: linked, title, refused: null });
    dialog.close();
    announce(say('models.changed', { name }));
  } catch (error) {
    if (!signal.aborted) fault.textContent = say('models.fault', { name, reason: error.message });
  } finally {
    if (controller === null || controller.signal === signal) loading.hidden = true;
  }
  return undefined;
}
