// The tree of forks as a nested list: every molecule with what it was forked by.
import { make } from '../../app/page.js';
import { say } from '../../app/say.js';
import { texts } from './branch.js';
import { showPicture, sign, verdict } from './molecule-view.js';

const WIDTH = 132;
const HEIGHT = 88;

/** A list that `show(forks)` fills; `onChoose(id)`, `onRemove(id)` and `onUndo()` hear what is wanted. */
export function newForksView({ onChoose, onRemove, onUndo }) {
  const list = make('ul', { 'class': 'forks', 'aria-label': say('thinking.forks.title') });
  const words = make('p', { class: 'hint', role: 'status' });
  const undo = make('button', { type: 'button', text: say('cards.undo'), hidden: true });
  undo.addEventListener('click', onUndo);
  const pictures = new Map(); // id -> its picture, drawn once
  const element = make('div', {}, list, make('div', { class: 'row forks-undo' }, words, undo));

  function item(forks, fork) {
    const chosen = forks.chosen()?.id === fork.id;
    const children = forks.below(fork.id);
    const choose = make('button', { 'type': 'button', 'class': 'fork-choose', 'data-fork': String(fork.id) },
      make('span', { text: name(forks, fork) }),
      make('code', { class: 'fork-smiles', translate: false, text: fork.molecule.smiles }));
    if (chosen) choose.setAttribute('aria-current', 'true');
    choose.addEventListener('click', () => onChoose(fork.id));
    const remove = make('button', {
      'type': 'button', 'class': 'quiet', 'data-remove': String(fork.id), 'text': say('card.remove'),
      'aria-label': say('thinking.forks.remove', { n: fork.id }),
    });
    remove.addEventListener('click', () => onRemove(fork.id));
    return make('li', {},
      make('div', { class: 'fork' }, picture(fork),
        make('div', { class: 'fork-words' }, choose, make('p', {}, ...verdict(fork.molecule))), remove),
      ...(children.length > 0 ? [make('ul', {}, ...children.map((child) => item(forks, child)))] : []));
  }

  function picture(fork) {
    if (!pictures.has(fork.id)) {
      const place = make('div', { 'class': 'fork-picture', 'aria-hidden': 'true' });
      pictures.set(fork.id, place);
      showPicture(place, fork.molecule, { width: WIDTH, height: HEIGHT });
    }
    return pictures.get(fork.id);
  }

  return {
    element,
    show(forks) {
      const held = document.activeElement?.dataset.fork;
      list.replaceChildren(...forks.below(null).map((fork) => item(forks, fork)));
      undo.hidden = !forks.canUndo();
      if (held !== undefined) list.querySelector(`[data-fork="${CSS.escape(held)}"]`)?.focus();
    },
    /** Puts the keyboard where the chosen one is, or to the way back. */
    focus(forks) {
      const id = forks.chosen()?.id;
      (list.querySelector(`[data-fork="${id}"]`) ?? undo).focus();
    },
    tell(text) {
      words.textContent = text;
    },
  };
}

/** "3: token 5, N instead of c", or "1: drawn with seed 7". */
function name(forks, { id, parent, at, token, recipe }) {
  const above = forks.all().find((fork) => fork.id === parent);
  return above === undefined
    ? say('thinking.forks.root', { n: id, seed: recipe.seed, t: recipe.temperature })
    : say('thinking.forks.fork', { n: id, place: at + 1, token, other: sign(texts(above.molecule)[at] ?? ''), t: recipe.temperature });
}
