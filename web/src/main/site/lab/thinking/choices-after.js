// What the network would choose after a beginning, at any temperature, without asking it again.

/** The hottest there is: here no token that may be drawn has a probability that rounds to 0. */
const HOTTEST = 1000;

/**
 * Every token that may be drawn after `prefix`: `{ text, id, logProbability, allowed }`, the engine's own
 * log-probability at temperature 1; not `allowed` are those that the mask takes away.
 */
export async function choicesAfter(model, prefix, validity) {
  const [free, left] = await Promise.all([
    model.next(prefix, { temperature: HOTTEST, validity: 'off' }),
    validity === 'mask' ? model.next(prefix, { temperature: HOTTEST, validity }) : null,
  ]);
  const allowed = new Set(drawable((left ?? free).candidates).map(({ id }) => id));
  return drawable(free.candidates).map(({ text, id, logProbability }) => {
    return { text, id, logProbability, allowed: allowed.has(id) };
  });
}

function drawable(candidates) {
  return candidates.filter(({ probability }) => probability > 0);
}

/**
 * The same at a temperature, likeliest first: `probability` among the allowed, and `refused`, what the others
 * would have without the mask. At 0 the likeliest has everything; of equals that with the lowest id.
 */
export function atTemperature(choices, temperature) {
  const free = shares(choices, temperature);
  const left = shares(choices.map((choice) => (choice.allowed ? choice : null)), temperature);
  const weighed = choices.map((choice, i) => {
    return { ...choice, probability: left[i], refused: choice.allowed ? 0 : free[i] };
  });
  const weight = ({ probability, refused }) => Math.max(probability, refused);
  return weighed.sort((one, other) => weight(other) - weight(one)
    || other.logProbability - one.logProbability || one.id - other.id);
}

/** exp(log-probability / T) over its sum, from the largest down so that nothing overflows; null counts for nothing. */
function shares(choices, temperature) {
  const logs = choices.map((choice) => choice?.logProbability ?? -Infinity);
  const best = Math.max(...logs);
  if (temperature === 0) {
    const ids = choices.filter((choice) => choice?.logProbability === best).map(({ id }) => id);
    const first = Math.min(...ids);
    return choices.map((choice) => (choice?.id === first ? 1 : 0));
  }
  const weights = logs.map((log) => Math.exp((log - best) / temperature));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => weight / sum);
}
