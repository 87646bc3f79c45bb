// The box: each key changes the beginning of the molecule and the network weaves on from there.
import { setActivity } from './activity.js';
import { ghostTokens, showGhost, showGrowing } from './loom.js';
import { at } from './page.js';
import { stopRun } from './run.js';
import { say } from './say.js';
import { choose, chosen } from './state.js';
import { deadEnd } from './validity.js';

let newest = 0;
let reading = Promise.resolve(); // until the newest text has been understood
let judged = ''; // the validity under which the text was understood
let model = null;
let onTyped = () => {};

/** Starts listening; `typed()` is called when the beginning has changed and the network knows it. */
export function listenToTyping(loaded, typed) {
  model = loaded;
  onTyped = typed;
  const box = at('prefix');
  box.addEventListener('input', () => {
    const text = box.value.replace(/\s/g, '');
    if (text !== box.value) box.value = text;
    read(text);
  });
  box.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      at('dream-form').requestSubmit();
    } else if (event.key === 'ArrowRight' && atTheEnd(box) && plain(event) && ghostTokens().length > 0) {
      event.preventDefault();
      write(box.value + ghostTokens()[0]);
    }
  });
}

/** Understands from now on what another model knows. */
export function typeFor(loaded) {
  model = loaded;
}

/** Puts `text` into the box as if it had been typed. */
export function write(text) {
  const box = at('prefix');
  box.value = text;
  box.setSelectionRange(text.length, text.length);
  return read(text);
}

/** Resolves when what was typed last has been understood under what is chosen now. */
export function understood() {
  return judged === chosen().validity ? reading : readAgain();
}

/** Understands what stands in the box anew: what may come out has changed. */
export function readAgain() {
  return read(at('prefix').value);
}

function read(text) {
  reading = understand(text);
  return reading;
}

async function understand(text) {
  const asked = ++newest;
  judged = chosen().validity;
  setActivity('growing');
  showGhost();
  try {
    const { prefix, pending } = await model.typed(text);
    const reason = await deadEnd(model, prefix);
    if (asked !== newest) return;
    choose({ prefix, pending, deadEnd: reason });
    hint(reason !== '' ? 'deadEnd' : pending === '' ? 'fine' : 'pending');
    onTyped();
  } catch (error) {
    if (asked !== newest) return;
    if (error.id !== 'unknown-token') throw error;
    stopRun();
    setActivity('ready');
    showGrowing(text, null);
    hint('unknown', error.details);
  }
}

/** Only a beginning that is 'fine' can be dreamed on; the others are explained. */
function hint(kind, { token, position, nearest } = {}) {
  const { pending, deadEnd: reason } = chosen();
  at('prefix').setAttribute('aria-invalid', String(kind === 'unknown' || kind === 'deadEnd'));
  for (const id of ['dream', 'another']) at(id).disabled = kind !== 'fine';
  at('prefix-hint').textContent = {
    fine: () => say(model.notation === 'selfies' ? 'prefix.hint.selfies' : 'prefix.hint'),
    pending: () => say('prefix.pending', { pending }),
    deadEnd: () => say('prefix.deadEnd', { reason }),
    unknown: () => say(nearest.length > 0 ? 'prefix.unknown.near' : 'prefix.unknown', {
      token,
      place: position + 1,
      near: nearest.join('  '),
    }),
  }[kind]();
}

function atTheEnd(box) {
  return box.selectionStart === box.value.length && box.selectionEnd === box.value.length;
}

function plain(event) {
  return !event.ctrlKey && !event.altKey && !event.metaKey && !event.shiftKey;
}
