// Remembers what the elements of the page tell, and which workers live. No module: it runs before them.
globalThis.heard = [];
globalThis.living = new Set();
for (const type of ['ready', 'token', 'molecule', 'settingschange', 'problem']) {
  document.addEventListener(type, ({ target, detail }) => {
    const { smiles, text, token, id, name, value, attribute, index } = detail;
    heard.push({ type, from: target.id, smiles, text, token, id, name, value, attribute, index });
    parent.postMessage({ told: type, smiles }, '*');
  });
}
globalThis.Worker = class extends Worker {
  constructor(...all) {
    super(...all);
    living.add(this);
  }
  terminate() {
    living.delete(this);
    super.terminate();
  }
};
globalThis.keys = [];
document.addEventListener('keydown', ({ key }) => keys.push(key));
document.addEventListener('securitypolicyviolation', ({ blockedURI, effectiveDirective }) => {
  heard.push({ type: 'violation', value: `${effectiveDirective} ${blockedURI}` });
});
// In the frames of a page.
addEventListener('message', ({ data }) => heard.push({ type: `framed-${data?.told}`, smiles: data?.smiles }));

const until = async (found) => {
  for (;;) {
    const value = found();
    if (value) return value;
    await new Promise((done) => setTimeout(done, 10));
  }
};
const of = (id, type) => heard.filter((each) => each.from === id && each.type === type);
const texts = (id) => of(id, 'molecule').map(({ smiles }) => smiles);

globalThis.molecules = async (id, count) => {
  await until(() => texts(id).length >= count);
  return texts(id).slice(0, count);
};

/** Attributes and properties of an element that was never in the document. */
globalThis.mirrors = async () => {
  const element = document.createElement('mol-weave');
  const before = [element.seed, element.temperature, element.topP, element.validity, element.count, element.theme];
  element.topP = 0.5;
  element.seed = 9;
  element.setAttribute('temperature', '0.7');
  element.setAttribute('count', 'many');
  element.validity = null;
  return [...before, element.getAttribute('top-p'), element.getAttribute('seed'), element.temperature, element.count,
    element.hasAttribute('validity')].map(String);
};

/** A seed that is changed while molecules come. */
globalThis.changes = async (id, seed) => {
  const element = document.getElementById(id);
  element.count = 20;
  await until(() => of(id, 'token').length > 3);
  heard.length = 0;
  element.seed = seed;
  element.count = 3;
  await until(() => texts(id).length === 3);
  await element.dream();
  return heard.filter(({ type }) => type === 'molecule').map(({ smiles }) => smiles);
};

/** Out of the document in mid-run and back again. */
globalThis.leaves = async (id) => {
  const element = document.getElementById(id);
  const { parentNode } = element;
  element.count = 20;
  heard.length = 0;
  await until(() => texts(id).length > 1);
  parentNode.append(element); // A move: one removal and one insertion.
  await until(() => texts(id).length > 3);
  const alive = living.size;
  element.remove();
  await until(() => living.size === 0);
  const told = heard.length;
  await element.dream();
  await new Promise((done) => setTimeout(done, 300));
  const after = heard.length - told;
  heard.length = 0;
  parentNode.append(element);
  await until(() => texts(id).length > 0);
  element.stop();
  const stopped = texts(id).length;
  await new Promise((done) => setTimeout(done, 300));
  const more = texts(id).length - stopped;
  element.remove();
  await until(() => living.size === 0);
  return [alive > 0, after, of(id, 'ready').length, more].map(String);
};
