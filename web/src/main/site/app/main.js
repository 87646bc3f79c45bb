// Ties the parts together: load, grow the first molecule, then answer the visitor.
import { startAbout } from './about.js';
import { arrival, showControls, takeOver } from './address.js';
import { activity, announce, setActivity, showLoading } from './activity.js';
import { showChoices } from './choices.js';
import { collectFrom, collection, rememberCollection } from './collecting.js';
import { dream } from './dreaming.js';
import { onProgress, opening } from './early.js';
import { finishedMolecule, grow, setFinished } from './growing.js';
import { startLanguageMenu } from './language.js';
import { showGrowing, showSurprise } from './loom.js';
import { at } from './page.js';
import { hideProblem, showProblem } from './problem.js';
import { stopRun } from './run.js';
import { label, learn, say } from './say.js';
import { listenToSeed, showSeed } from './seed.js';
import { choose, chosen, drawSeed, onChange, PAGE } from './state.js';
import { listenToTemperature, showTemperature } from './temperature.js';
import { startTheme } from './theme.js';
import { listenToTyping, readAgain, typeFor, understood, write } from './typing.js';
import { judgeMask, listenToValidity, showValidity } from './validity.js';
import { page } from '../messages/page.js';

let opened = null;
let model = null;

await learn(page);
label(document);
takeOver(arrival);
showControls(chosen().controls);
startTheme();
startLanguageMenu(at('language'));
startAbout(() => model?.card);
showSeed();
showCount();
showTemperature();
showValidity();
listenToSeed();
listenToTemperature();
listenToStop();
open();

async function open() {
  setActivity('loading');
  at('loading-words').textContent = say('loading.list');
  try {
    onProgress(showLoading);
    opened = await opening;
    model = opened.model;
    collectFrom(opened, { replay, edit });
  } catch (error) {
    setActivity('failed');
    showProblem(error);
    return;
  }
  listen();
  const begun = arrival.empty ? weave('first') : begin(arrival);
  begun.then(() => Promise.all([rememberCollection(), keepAddress(), prepareForLater()])).catch(failed);
  listenToValidity(model).catch(failed); // asks the engine, which can wait until something is to be seen
}

function listen() {
  listenToTyping(model, () => weave('typing'));
  at('another').disabled = false;
  at('dream').disabled = false;
  at('another').addEventListener('click', () => choose({ seed: drawSeed() }));
  at('keep').addEventListener('click', () => {
    const molecule = finishedMolecule();
    collection().then(({ keep }) => keep(molecule)).catch(failed);
  });
  at('surprise').addEventListener('change', () => choose({ surprise: at('surprise').checked ? 'on' : 'off' }));
  at('count').addEventListener('change', () => choose({ count: Number(at('count').value) }));
  at('dream-form').addEventListener('submit', (event) => {
    event.preventDefault();
    understood().then(dreamNow).catch(failed);
  });
  onChange((now, changed) => {
    if (changed.has('seed') || changed.has('freshSeed')) showSeed();
    if (changed.has('temperature')) showTemperature();
    if (changed.has('count')) showCount();
    if (changed.has('validity')) showValidity();
    if (changed.has('surprise')) showSurprise().catch(failed);
    const settings = ['seed', 'temperature', 'topP', 'topK'].some((name) => changed.has(name));
    if (activity() === 'dreaming') return;
    if (changed.has('validity')) readAgain().catch(failed);
    else if (settings) weave('typing');
  });
}

/** Types the beginning that a link names and dreams what it says, where the page was not here before. */
async function begin({ settings, again }) {
  await write(settings.prefix ?? '');
  if (settings.seed !== undefined && !again) await dreamNow();
}

/** From now on the address follows what is set; a link that is opened later is followed too. */
async function keepAddress() {
  const { showFaults, startLinking, writeSoon } = await import('./linking.js');
  const follow = (link) => {
    stopRun();
    if ((link.settings.model ?? opened.name) !== opened.name) return location.reload(); // it begins with its model
    takeOver(link);
    showFaults(link.problems, opened);
    return begin(link).catch(failed);
  };
  await startLinking(() => opened, follow);
  const { showModel, startOwn } = await import('./own.js');
  const useAndSay = async (next) => {
    await use(next);
    showModel(next);
    writeSoon();
  };
  await startOwn({ opened: () => opened, use: useAndSay, finished: finishedMolecule, write, failed });
  if (!arrival.empty) showFaults(arrival.problems, opened);
}

/** Goes on with another model, in the midst of whatever goes on; the one before is closed. */
async function use(next) {
  stopRun();
  const before = model;
  opened = next;
  model = next.model;
  collectFrom(opened, { replay, edit });
  typeFor(model);
  before.close();
  await judgeMask(model);
  await readAgain();
}

/** Shows the chosen count, also one that only a link can name. */
function showCount() {
  const count = String(chosen().count);
  if (![...at('count').options].some((option) => option.value === count)) at('count').append(new Option(count, count));
  at('count').value = count;
}

/** Dreams from what is typed; a beginning that cannot be dreamed on is explained below the box. */
async function dreamNow() {
  if (at('dream').disabled) return;
  hideProblem();
  choose({ count: Number(at('count').value) });
  await dream(model);
}

/** Lets the molecule grow from what is typed and shows what could come next; resolves when it is grown. */
function weave(watch) {
  hideProblem();
  let grown = Promise.resolve();
  if (chosen().pending === '' && chosen().deadEnd === '') {
    grown = grow(model, watch).catch(failed);
  } else {
    stopRun();
    setFinished(null);
    setActivity('ready');
    showGrowing(chosen().prefix, null);
  }
  showChoices(model, (token) => write(chosen().prefix + token).catch(failed)).catch(failed);
  return grown;
}

/** When there is something to be seen the line is free. */
async function prepareForLater() {
  const [offline, worksheet] = await Promise.all([import('./offline.js'), import('./worksheet.js')]);
  await Promise.all([offline.keepForOffline(), worksheet.startWorksheet(() => opened)]);
}

function replay({ seed, temperature, validity, prefix, topP = PAGE.topP, topK = PAGE.topK }) {
  choose({ freshSeed: 'no', seed, temperature, validity, topP, topK });
  write(prefix).catch(failed);
  announce(say('group.replayed', { seed, t: temperature }));
  at('dream').focus();
}

function edit(smiles) {
  write(smiles).catch(failed);
  at('prefix').focus();
}

function listenToStop() {
  const stop = () => {
    if (activity() !== 'growing' && activity() !== 'dreaming') return;
    const focused = document.activeElement === at('stop');
    stopRun();
    setActivity('stopped');
    if (focused) at('dream').focus();
  };
  at('stop').addEventListener('click', stop);
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !at('about').open) stop();
  });
}

function failed(error) {
  if (error.id === 'model-closed') return; // another model has taken its place: nobody waits for the answer
  setActivity('failed');
  showProblem(error);
}
