/**
 * What all peers have in common: they get tokens and give logits, and the next tokens are drawn here, for
 * each of them in the same way.
 */

const LONGEST = 120;

/** Streams of molecules: each begins with START, draws until END, and begins again. */
class Streams {
  #vocabulary;
  #lengths;

  constructor(vocabulary, count) {
    this.#vocabulary = vocabulary;
    this.#lengths = new Int32Array(count);
    this.tokens = new Int32Array(count).fill(vocabulary.start);
  }

  /**
   * Draws each stream's next token at temperature 1, by the largest of logit - log(-log u): as the engine
   * does, but with the browser's own logarithm and random numbers, which cost less.
   *
   * @returns {number[]} the streams that begin anew
   */
  draw(logits) {
    const { size, start, end } = this.#vocabulary;
    const ended = [];
    for (let stream = 0; stream < this.tokens.length; stream++) {
      let best = 0;
      let most = -Infinity;
      for (let token = 0; token < size; token++) {
        const score = logits[stream * size + token] - Math.log(-Math.log(Math.random()));
        if (score > most) {
          most = score;
          best = token;
        }
      }
      if (best === end || ++this.#lengths[stream] === LONGEST) {
        best = start;
        this.#lengths[stream] = 0;
        ended.push(stream);
      }
      this.tokens[stream] = best;
    }
    return ended;
  }
}

/** Steps and draws for some time: `{ tokens, milliseconds, outside }`, the last spent on drawing. */
async function round(memory, vocabulary, { streams: count, milliseconds }) {
  const streams = new Streams(vocabulary, count);
  memory.clearAll();
  const begun = performance.now();
  let outside = 0;
  let steps = 0;
  let now = begun;
  while (now - begun < milliseconds) {
    const logits = await memory.step(streams.tokens);
    const stepped = performance.now();
    const ended = streams.draw(logits);
    now = performance.now();
    outside += now - stepped;
    if (ended.length > 0) {
      memory.clear(ended);
    }
    steps++;
  }
  return { tokens: steps * count, milliseconds: performance.now() - begun, outside };
}

/** The logits after each step: `tokens` [steps][streams] -> [steps * streams * V]. */
async function check(memory, tokens) {
  memory.clearAll();
  const logits = [];
  for (const step of tokens) {
    logits.push(...await memory.step(Int32Array.from(step)));
  }
  return logits;
}

/**
 * Answers the page.
 *
 * @param open gives `{ says, memory(streams) }`; a memory has `step(tokens)`, `clear(streams)`, `clearAll()`
 */
export function serve(open) {
  let network;
  let spec;
  const memories = new Map();
  const memory = (streams) => {
    if (!memories.has(streams)) {
      memories.set(streams, network.memory(streams));
    }
    return memories.get(streams);
  };
  const questions = {
    async open(given) {
      spec = given;
      network = await open(spec);
      return network.says;
    },
    check: (tokens) => check(memory(tokens[0].length), tokens),
    round: (argument) => round(memory(argument.streams), spec.vocabulary, argument),
  };
  answer(questions);
}

/** Answers with what the named question resolves to, or why it failed. */
export function answer(questions) {
  onmessage = async ({ data: { question, argument } }) => {
    try {
      postMessage({ answer: await questions[question](argument) });
    } catch (fault) {
      postMessage({ error: String(fault?.message ?? fault) });
    }
  };
}
