// What a card knows beyond its face, opened on demand: properties, SELFIES, files.
import { showFiles } from './files.js';
import { showMembership } from './membership.js';
import { showNearest } from './nearest.js';
import { make } from './page.js';
import { showProperties } from './properties.js';
import { say } from './say.js';
import { showSelfies } from './selfies.js';

const SECTIONS = {
  properties: showProperties,
  nearest: showNearest,
  membership: showMembership,
  selfies: showSelfies,
  files: showFiles,
};

/** The closed details of molecule number `n`; they are asked for whenever they are opened. */
export function details(n, molecule) {
  const element = make('details', { class: 'card-details' },
    make('summary', { class: 'card-summary' }, say('details.title'), make('span', { class: 'unseen', text: ` ${say('card.name', { n })}` })));
  const sections = make('div', {});
  element.append(sections);
  element.addEventListener('toggle', () => {
    if (element.open) fill(sections, n, molecule);
  });
  return element;
}

function fill(sections, n, molecule) {
  sections.replaceChildren();
  for (const [name, show] of Object.entries(SECTIONS)) {
    const body = make('div', {}, make('p', { class: 'hint', text: say('details.asking') }));
    sections.append(make('section', { 'class': 'card-section', 'data-section': name },
      make('h4', { text: say(`details.${name}`) }), body));
    show(body, molecule, n).catch((error) => {
      body.replaceChildren(make('p', { class: 'hint', text: say('details.failed', { reason: error.message }) }));
    });
  }
}
