// A group of cards: equal molecules are one card with a count.
import { card } from './card.js';
import { make } from './page.js';

/** An empty group, shown by `show()`; `cards` says how to number, remove and edit its cards. */
export function newGroup(title, tools, cards) {
  const list = make('ul', { class: 'cards' });
  const head = make('div', { class: 'group-head' }, make('h3', { text: title }), ...tools);
  const element = make('section', { class: 'group' }, head, list);
  const known = new Map(); // what a molecule is -> its card
  const coming = document.createDocumentFragment();
  return {
    element,
    head,
    /** How many different molecules were added. */
    different: () => known.size,
    /** Puts the cards added since the last time onto the page. */
    show: () => list.append(coming),
    /** Adds a molecule: a new card, or one more on the card that it has, unless that was removed. */
    add(molecule) {
      const key = identity(molecule);
      const twin = known.get(key);
      if (twin?.element.parentNode === list || twin?.element.parentNode === coming) {
        twin.again();
      } else {
        const added = card(cards.number(), molecule, cards);
        known.set(key, added);
        coming.append(added.element);
      }
    },
  };
}

/** Equal for all spellings of one molecule; a text that is none is itself. */
function identity({ smiles, facts }) {
  return facts?.idcode ? `= ${facts.idcode}` : smiles;
}
