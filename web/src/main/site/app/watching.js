// Shows the molecules of one run while they grow.
import { showGrowing } from './loom.js';
import { calm, pause } from './run.js';
import { split } from './tokens.js';

/**
 * The molecules of a run, one after the other; each has been shown token by token before it comes.
 * `pace` is in ms per token: 0 shows nothing of the growth, as does a visitor's wish for calm. Texts
 * that are `familiar` cost no time. Of a molecule that begins again, what has not been shown of its
 * earlier tries is left out. Ends without a fault when the run's signal ends it.
 */
export async function* watched(model, options, pace, familiar = () => false) {
  const { signal } = options;
  const texts = [];
  let wake = () => {};
  let before = null;
  const onToken = pace === 0 || calm() ? undefined : (token) => {
    const again = before?.index === token.index && token.smiles.length <= before.smiles.length;
    if (again) forget(texts, token.index);
    before = token;
    texts.push(token);
    wake();
  };
  const molecules = model.sample({ ...options, onToken });
  try {
    for (;;) {
      let answer = null;
      const coming = molecules.next().then((given) => { answer = given; });
      coming.catch(() => {}); // heard below, or of no interest any more
      while (answer === null || texts[0]?.index === answer.value?.index) {
        if (signal.aborted) return;
        const next = texts.shift();
        if (next === undefined) {
          if (answer !== null) break;
          await Promise.race([coming, new Promise((resolve) => { wake = resolve; })]);
        } else if (!familiar(next.smiles)) {
          showGrowing(next.smiles, answer?.value?.tokens[split(next.smiles).length - 1]);
          await pause(pace, signal);
        }
      }
      if (answer.done) return;
      yield answer.value;
    }
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    molecules.return();
  }
}

function forget(texts, index) {
  const first = texts.findIndex((text) => text.index === index);
  if (first >= 0) texts.splice(first);
}
