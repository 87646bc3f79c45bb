// A page around frames: what they say, and what is said to them. No module: it runs before them.
globalThis.said = [];
globalThis.faults = [];
addEventListener('error', ({ message }) => faults.push(message));
addEventListener('unhandledrejection', ({ reason }) => faults.push(String(reason)));
addEventListener('message', ({ data, origin, source }) => said.push({ data, origin, source }));
const frame = () => document.querySelector('iframe');
const until = async (found) => {
  for (;;) {
    const value = found();
    if (value) return value;
    await new Promise((done) => setTimeout(done, 10));
  }
};
const last = (fits) => said.map(({ data }) => data).filter(fits).at(-1);

/** The heights of the frame and of what it says it needs, when it has grown beyond `least`. */
globalThis.grown = async (least) => {
  await until(() => frame().clientHeight > least);
  const { height } = await until(() => last((data) => data?.say === 'height' && data.height > least));
  return [frame().clientHeight, height];
};

/** What a frame in Canvas asks for. */
globalThis.canvas = async (least) => (await until(() => last((data) => data?.subject === 'lti.frameResize' && data.height > least))).height > least;

/** The resizer of H5P, as far as it answers. */
globalThis.h5p = async (least) => {
  const answer = (action) => frame().contentWindow.postMessage({ context: 'h5p', action }, new URL(frame().src).origin);
  await until(() => last((data) => data?.context === 'h5p' && data.action === 'hello'));
  answer('hello');
  await until(() => last((data) => data?.action === 'prepareResize' && data.scrollHeight > least));
  answer('resizePrepared');
  return (await until(() => last((data) => data?.action === 'resize'))).scrollHeight > least;
};

/** Random values, and greetings that are none: the frame must say nothing after its own hello. */
globalThis.fuzz = async (seed, rounds) => {
  let state = seed;
  const random = (n) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * n);
  };
  const words = ['molweave', 'parent', 'frame', 'hello', 'height', 'h5p', 'context', 'action', 'say', 'version', '__proto__', 'constructor', '<img onerror>'];
  const value = (depth) => {
    const leaves = [null, undefined, NaN, -1, 2 ** 53, '', 'hello', true, new Date(0), new Map([[1, 2]]), new ArrayBuffer(8), new Error('x'), /x/, 'x'.repeat(1e5)];
    switch (random(depth > 0 ? 4 : 2)) {
      case 0: return leaves[random(leaves.length)];
      case 1: return words[random(words.length)];
      case 2: return Array.from({ length: random(4) }, () => value(depth - 1));
      default: return Object.fromEntries(Array.from({ length: random(5) }, () => [words[random(words.length)], value(depth - 1)]));
    }
  };
  await until(() => last((data) => data?.molweave === 'frame'));
  const before = said.length;
  const { contentWindow } = frame();
  for (let round = 0; round < rounds; round++) contentWindow.postMessage(value(3), '*');
  for (const near of [{ molweave: 'parent', version: 2, say: 'hello' }, { molweave: 'parent', version: 1, say: 'Hello' }, { molweave: 'frame', version: 1, say: 'hello' }]) {
    contentWindow.postMessage(near, '*');
  }
  await new Promise((done) => setTimeout(done, 500));
  const after = said.length - before;
  contentWindow.postMessage({ molweave: 'parent', version: 1, say: 'hello' }, '*');
  await until(() => last((data) => data?.say === 'height'));
  return [after, said.every(({ source }) => source === contentWindow)].map(String);
};

/**
 * What frames reach that are none of ours, the second with our page's name: their heights, how many messages they heard, and
 * how often something threw here.
 */
globalThis.strangers = async () => {
  const frames = [...document.querySelectorAll('iframe')];
  const asked = () => said.filter(({ source, data }) => source === frames[0].contentWindow && data.say === 'height').at(-1)?.data.height;
  await until(() => said.filter(({ data }) => data?.done).length === 2);
  for (const { contentWindow } of frames.slice(1)) contentWindow.postMessage({ ask: 'heard' }, '*');
  await until(() => said.filter(({ data }) => data?.heard !== undefined).length === 2);
  const heard = (end) => said.find(({ data }) => data?.heard !== undefined && data.told.endsWith(end)).data.heard;
  await until(() => asked() > 300);
  return [frames[0].height === String(asked()), frames[1].height, heard('other.html'), Number(frames[2].height) <= 4000,
    faults.length].map(String);
};
