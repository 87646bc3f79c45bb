// In which order cards come, and which of them: pure functions of cards and of what was chosen.

/** What an order goes by: of a card, a number or null where it is not known or there is none. */
export const KEYS = {
  weight: ({ facts }) => (facts?.weight ? Number(facts.weight) : null),
  logP: ({ logP }) => logP ?? null,
  qed: ({ qed }) => qed ?? null,
  likelihood: ({ logProbability }) => (Number.isFinite(logProbability) ? logProbability : null),
  validity: ({ valid }) => (valid ? 1 : 0),
  novelty: ({ membership }) => ({ 'new': 1, 'known': 0 })[membership] ?? null,
};

/** What the chemistry computes before the order or the limits are complete. */
export const COMPUTED = ['logP', 'qed'];

/** The properties that have limits. */
export const LIMITED = ['weight', 'logP', 'qed'];

/** Nothing left out, in the order in which they were drawn. */
export const EVERYTHING = Object.freeze({
  order: 'drawn', direction: 'down', text: '', valid: false, fresh: false, limits: Object.freeze({}),
});

/** Whether `chosen` needs what is computed in the background. */
export function needsProperties({ order, limits }) {
  return COMPUTED.some((name) => name === order || limits[name]);
}

/** Whether `chosen` needs the filter of the training set. */
export function needsMembership({ order, fresh }) {
  return order === 'novelty' || fresh;
}

/** The cards that pass. Limits are `{ least, most }`, null where open; what is not known does not pass. */
export function passing(cards, { text, valid, fresh, limits }) {
  const wanted = text.trim();
  const bounds = LIMITED.filter((name) => limits[name]);
  return cards.filter((card) => {
    if (valid && !card.valid) return false;
    if (fresh && card.membership !== 'new') return false;
    if (wanted !== '' && !card.smiles.includes(wanted) && !card.facts?.formula?.includes(wanted)) return false;
    return bounds.every((name) => {
      const value = KEYS[name](card);
      const { least, most } = limits[name];
      return value !== null && (least === null || value >= least) && (most === null || value <= most);
    });
  });
}

/** Sorted by a key, largest first or last; what has no value comes at the end, equals as they were drawn. */
export function sorted(cards, { order, direction }) {
  const sign = direction === 'down' ? -1 : 1;
  return cards
    .map((card) => ({ card, value: KEYS[order](card) }))
    .sort((one, other) => {
      if (one.value === null || other.value === null) return (one.value === null) - (other.value === null);
      return sign * (one.value - other.value) || one.card.at - other.card.at;
    })
    .map(({ card }) => card);
}
