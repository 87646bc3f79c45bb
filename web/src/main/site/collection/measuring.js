// What cards do not know yet about their molecules: asked of the chemistry, in its worker.
import { loadChemistry } from '../app/chemistry.js';
import { hasFilterOf, membershipOf } from './membership.js';

const AT_ONCE = 8; // questions under way in the worker: enough to keep it busy, few enough to give up

/** Whether the chemistry can be asked for its properties, and has not been. */
function lacksProperties({ facts, logP }) {
  return Boolean(facts?.formula) && logP === undefined;
}

function lacksMembership({ facts, membership, settings }) {
  return Boolean(facts?.formula) && membership === undefined && hasFilterOf(settings.modelId);
}

/** Asks what is missing on one card; whether it knows more now. */
export async function measure(card) {
  const properties = lacksProperties(card);
  const membership = lacksMembership(card);
  if (properties) {
    const { logP, qed } = await (await loadChemistry()).properties(card.smiles)
      .catch(() => ({ logP: null, qed: null })); // what fails once fails again
    Object.assign(card, { logP, qed });
  }
  if (membership) card.membership = await membershipOf(card.smiles);
  return properties || membership;
}

/**
 * Asks what is missing on any of `cards`; `heard(card, done, total)` after each. Ends early when the
 * signal says so.
 */
export async function measureAll(cards, heard, signal) {
  const open = cards.filter((card) => lacksProperties(card) || lacksMembership(card));
  const total = open.length;
  let done = 0;
  const work = async () => {
    while (open.length > 0 && !signal.aborted) {
      const card = open.pop();
      const more = await measure(card);
      if (signal.aborted) return;
      heard(card, ++done, total, more);
    }
  };
  open.reverse();
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}
