import { loadModel } from './molweave/index.js';
import { atTemperature, choicesAfter } from './choices-after.js';

/** How far what the page reckons is from what the engine says, at most; and whether the order is the same. */
globalThis.compareChoices = async (modelUrl, prefixes, temperatures) => {
  const model = await loadModel(modelUrl, { workers: 1 });
  let furthest = 0;
  const disorders = [];
  for (const prefix of prefixes) {
    for (const validity of ['off', 'mask']) {
      const choices = await choicesAfter(model, prefix, validity);
      for (const temperature of temperatures) {
        const { candidates } = await model.next(prefix, { temperature, validity });
        const mine = atTemperature(choices, temperature);
        const possible = candidates.filter(({ probability }) => probability > 0);
        const known = new Map(mine.map(({ id, probability }) => [id, probability]));
        for (const { id, probability } of candidates) {
          furthest = Math.max(furthest, Math.abs(probability - (known.get(id) ?? 0)));
        }
        const ids = mine.filter(({ probability }) => probability > 0).map(({ id }) => id);
        if (possible.some(({ id }, i) => ids[i] !== id)) disorders.push(`${prefix} at ${temperature}, ${validity}`);
        if (validity === 'mask') {
          const free = new Map((await model.next(prefix, { temperature, validity: 'off' })).candidates.map((one) => [one.id, one.probability]));
          for (const { id, allowed, refused } of mine) furthest = Math.max(furthest, allowed ? refused : Math.abs(refused - free.get(id)));
        }
      }
    }
  }
  model.close();
  return { furthest, disorders };
};
