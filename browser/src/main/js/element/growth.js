// How a molecule grows before the eyes: its tokens one after the other, slowly enough to watch.

/** Up to so many molecules of a dream are shown token by token. */
export const WATCHED = 20;

const FIRST_PACE = 55; // ms per token of a dream's first molecule
const PACE = 20;

/** Its tokens without the end. */
export function writtenTokens({ tokens, stop }) {
  return stop === 'end' ? tokens.slice(0, -1) : tokens;
}

/**
 * The states of a molecule while it grows. Whoever wants no motion, or does not look, sees them at once.
 *
 * @param {object} molecule as the model gives it
 * @param {string} notation of the model: text in SELFIES is not drawn before it is whole
 * @returns {AsyncGenerator<{ tokens: object[], drawn: string | null, told: object }>}
 */
export async function* growthOf(molecule, notation, first, signal) {
  const tokens = writtenTokens(molecule);
  const still = document.hidden || matchMedia('(prefers-reduced-motion: reduce)').matches;
  let text = '';
  for (const [place, token] of tokens.entries()) {
    text += token.text;
    if (signal.aborted) return;
    const told = { index: molecule.index, place, token: token.text, text, logProbability: token.logProbability };
    yield { tokens: tokens.slice(0, place + 1), drawn: notation === 'smiles' && !still ? text : null, told };
    if (!still) await pause(first ? FIRST_PACE : PACE, signal);
  }
}

function pause(ms, signal) {
  return new Promise((done) => {
    const timer = setTimeout(end, ms);
    signal.addEventListener('abort', end);
    function end() {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      done();
    }
  });
}
