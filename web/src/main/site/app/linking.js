// What is set, kept in the page's address as it changes; the button that copies it; what a link got wrong.
import { announce } from './activity.js';
import { addressed, showControls } from './address.js';
import { writeLink } from './link.js';
import { at, make } from './page.js';
import { learn, say } from './say.js';
import { choose, chosen, onChange, PAGE } from './state.js';
import { link as sentences } from '../messages/link.js';

const WORDS = { 'share': 'link.copy', 'hidden-words': 'link.hidden', 'controls-all': 'link.hidden.all', 'draw-all': 'link.cut.all' };
const QUIET = 400; // ms without a change before the address follows
const LINKED = ['seed', 'freshSeed', 'temperature', 'count', 'topP', 'topK', 'validity', 'prefix', 'controls', 'language'];

let timer = 0;
let modelNow = () => ({});

/** Starts to keep the address; `opened()` is the page's model, `follow(link)` what an address given later does. */
export async function startLinking(opened, follow) {
  await learn(sentences);
  modelNow = opened;
  for (const [id, key] of Object.entries(WORDS)) at(id).textContent = say(key);
  at('share-link').setAttribute('aria-label', say('link.field'));
  at('share').hidden = false;
  at('share').addEventListener('click', share);
  at('controls-all').addEventListener('click', () => choose({ controls: null }));
  at('draw-all').addEventListener('click', () => choose({ topP: PAGE.topP, topK: PAGE.topK }));
  onChange((now, changed) => {
    if (LINKED.some((name) => changed.has(name))) writeSoon();
    if (changed.has('controls')) showHidden();
    if (changed.has('topP') || changed.has('topK')) showCut();
  });
  addEventListener('hashchange', () => {
    const link = addressed();
    if (!link.empty) follow(link);
  });
  showHidden();
  showCut();
}

/** Says what of a link could not be followed, each part with its id. */
export function showFaults(problems, opened) {
  const { modelId, numericVersion } = opened.model;
  const { settings, empty } = addressed();
  const all = [...problems];
  if (opened.refused) {
    const reason = opened.refused.reason === '' ? say('link.link-model.none') : opened.refused.reason;
    all.push({ id: 'link-model', ...opened.refused, reason });
  } else if (settings.modelId !== undefined && !modelId.startsWith(settings.modelId)) {
    all.push({ id: 'link-other-model', value: settings.modelId, has: modelId.slice(0, 8) });
  }
  if (settings.numericVersion !== undefined && settings.numericVersion !== numericVersion) {
    all.push({ id: 'link-numeric-version', value: settings.numericVersion, has: numericVersion });
  }
  at('link-faults').hidden = all.length === 0;
  const close = make('button', { type: 'button', class: 'quiet', text: say('problem.dismiss') });
  close.addEventListener('click', () => { at('link-faults').hidden = true; });
  at('link-faults').replaceChildren(
    make('ul', {}, ...all.map((one) => make('li', { 'data-id': one.id, 'text': say(`link.${one.id}`, one) }))),
    close);
  if (!empty) writeSoon();
}

/** The link to what is set now, from "#" on. */
export function linkNow() {
  const { model, name } = modelNow();
  const { modelId, numericVersion } = model;
  const { freshSeed, ...settings } = chosen();
  return writeLink({ ...settings, model: name, modelId: modelId.slice(0, 8), numericVersion });
}

/** Lets the address follow once nothing has changed for a moment: browsers limit how often it may. */
export function writeSoon() {
  clearTimeout(timer);
  timer = setTimeout(writeNow, QUIET);
}

function writeNow() {
  clearTimeout(timer);
  history.replaceState({ freshSeed: chosen().freshSeed }, '', linkNow());
}

function showHidden() {
  const { controls } = chosen();
  showControls(controls);
  at('controls-hidden').hidden = controls === null;
}

function showCut() {
  const { topP, topK } = chosen();
  const parts = [];
  if (topK !== PAGE.topK) parts.push(say('link.cut.k', { k: topK }));
  if (topP !== PAGE.topP) parts.push(say('link.cut.p', { p: topP }));
  at('cut').hidden = parts.length === 0;
  at('cut-words').textContent = say('link.cut', { parts: parts.join(say('link.cut.and')) });
}

async function share() {
  writeNow();
  const field = at('share-link');
  field.value = location.href;
  try {
    await navigator.clipboard.writeText(field.value);
    field.hidden = true;
    at('share-words').textContent = say('link.copied');
  } catch {
    field.hidden = false;
    field.focus();
    field.select();
    at('share-words').textContent = say('link.refused');
  }
  announce(at('share-words').textContent);
}
