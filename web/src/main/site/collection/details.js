// What a card knows beyond its face, opened on demand: properties, SELFIES, files.
import { showFiles } from './files.js';
import { showMembership } from './membership.js';
import { showNearest } from './nearest.js';
import { showOnward } from './onward.js';
import { make } from '../app/page.js';
import { showProperties } from './properties.js';
import { say } from '../app/say.js';
import { showSelfies } from './selfies.js';
import { showWords } from '../app/telling.js';

const SECTIONS = {
  words: showWords,
  properties: showProperties,
  nearest: showNearest,
  membership: showMembership,
  selfies: showSelfies,
  files: showFiles,
  onward: showOnward,
};

/** The details of a card; they are asked for whenever they are opened. `look.opened` are the ids of open ones. */
export function details(card, look) {
  const { n, id } = card;
  const element = make('details', { class: 'card-details', open: look.opened.has(id) },
    make('summary', { class: 'card-summary' }, say('details.title'), make('span', { class: 'unseen', text: ` ${say('card.name', { n })}` })));
  const sections = make('div', {});
  element.append(sections);
  element.addEventListener('toggle', () => {
    if (!element.open) {
      look.opened.delete(id);
      return;
    }
    look.opened.add(id);
    fill(sections, card);
  });
  return element;
}

function fill(sections, card) {
  sections.replaceChildren();
  for (const [name, show] of Object.entries(SECTIONS)) {
    const body = make('div', {}, make('p', { class: 'hint', text: say('details.asking') }));
    sections.append(make('section', { 'class': 'card-section', 'data-section': name },
      make('h4', { text: say(`details.${name}`) }), body));
    show(body, card).catch((error) => {
      body.replaceChildren(make('p', { class: 'hint', text: say('details.failed', { reason: error.message }) }));
    });
  }
}
