// Ways onward to sites of others. Nothing is sent, fetched or looked up before the visitor follows one.
import { make } from '../app/page.js';
import { say } from '../app/say.js';

const SITES = {
  pubchem: (smiles) => `https://pubchem.ncbi.nlm.nih.gov/#query=${smiles}&tab=similarity`,
  zinc: (smiles) => `https://zinc15.docking.org/substances/?ecfp4_fp-tanimoto-0.3=${smiles}`,
  askcos: (smiles) => `https://askcos.mit.edu/retro/network/?target=${smiles}`,
};

/** Fills `body` with the links for molecule number `n`. */
export async function showOnward(body, { smiles, n }) {
  body.replaceChildren(
    make('p', { class: 'hint', text: say('collection.onward.means') }),
    make('ul', { class: 'onward' }, ...Object.entries(SITES).map(([site, address]) => make('li', {},
      make('a', {
        'href': address(encodeURIComponent(smiles)),
        'target': '_blank',
        'rel': 'noopener noreferrer',
        'referrerPolicy': 'no-referrer',
        'data-do': `onward-${site}`,
        'aria-label': say('collection.onward.name', { what: say(`collection.onward.${site}`), n }),
      },
      say(`collection.onward.${site}`), make('span', { 'aria-hidden': 'true', 'class': 'leaves', 'text': ' \u2197' }))))));
}
