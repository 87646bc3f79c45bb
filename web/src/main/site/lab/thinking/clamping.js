// Clamp and replay: the same molecule drawn with the same luck by a network in which one unit is silent.
import { make } from '../../app/page.js';
import { say } from '../../app/say.js';
import { draw, parting, texts } from './branch.js';
import { line, partingWords, showPicture, verdict } from './molecule-view.js';

const WIDTH = 240;
const HEIGHT = 160;
const WORDS = { same: 'thinking.clamp.same', parts: 'thinking.clamp.parts', ended: 'thinking.clamp.ended' };

/** Buttons and what they show: `unit()` is the one to silence, `subject()` the fork to draw again. */
export function newClamping(model, { unit, subject, onFault }) {
  const hold = make('button', { type: 'button', class: 'clamp', hidden: true });
  const release = make('button', { type: 'button', class: 'clamp-release', text: say('thinking.clamp.release'), hidden: true });
  const words = make('p', { class: 'clamp-words', role: 'status' });
  const pair = make('div', { class: 'clamp-pair' });
  const element = make('div', {}, make('div', { class: 'row clamp-row' }, hold, release), words, pair);
  let held = []; // the units that are silent in the replay

  const isHeld = (one) => held.some(({ layer, unit: number }) => layer === one.layer && number === one.unit);
  const names = () => held.map((one) => one.unit + 1).join(', ');

  async function replay() {
    const { recipe, molecule } = subject();
    const silent = held;
    const silenced = await model.clamped(silent);
    try {
      const other = await draw(silenced, recipe);
      if (subject()?.molecule !== molecule || held !== silent) return;
      const at = parting(texts(other), texts(molecule));
      pair.dataset.parts = String(at);
      words.textContent = `${say('thinking.clamp.done', { units: names() })} ${partingWords(other, molecule, at, WORDS)}`;
      pair.replaceChildren(
        side(say('thinking.clamp.original'), molecule, at),
        side(say('thinking.clamp.silenced', { units: names() }), other, at));
    } finally {
      silenced.close();
    }
  }

  function clear() {
    held = [];
    release.hidden = true;
    words.textContent = '';
    pair.replaceChildren();
  }

  hold.addEventListener('click', () => {
    if (!isHeld(unit())) held = [...held, unit()];
    release.hidden = false;
    replay().catch(onFault);
  });
  release.addEventListener('click', () => {
    clear();
    hold.focus();
  });
  return {
    element,
    clear,
    /** Says which unit the button would silence. */
    offer() {
      hold.textContent = say('thinking.clamp', { unit: unit().unit + 1 });
      hold.hidden = false;
    },
  };
}

function side(title, molecule, at) {
  const picture = make('div', { class: 'same-luck-picture' });
  showPicture(picture, molecule, { width: WIDTH, height: HEIGHT });
  return make('div', {}, make('h4', { text: title }), line(molecule, at), picture, make('p', {}, ...verdict(molecule)));
}
