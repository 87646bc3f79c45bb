/**
 * <mol-weave> as an anywidget: for MyST, Jupyter and whatever else calls `render({ model, el })`. The
 * state of its model holds the attributes by name. Such hosts copy this file to a place of their own, so that
 * it imports nothing from beside it: the element comes from the folder that the state names by `molweave`.
 */
const PROPERTIES = {
  model: 'model',
  seed: 'seed',
  temperature: 'temperature',
  'top-p': 'topP',
  prefix: 'prefix',
  count: 'count',
  validity: 'validity',
  controls: 'controls',
  theme: 'theme',
  lang: 'lang',
};

/** Shows one element in `el`; what it resolves to takes the element away again. */
export async function render({ model, el }) {
  const folder = model.get('molweave') ?? './';
  await import(/* @vite-ignore */ new URL('element.js', new URL(folder, import.meta.url)).href);
  const element = document.createElement('mol-weave');
  const take = (name) => {
    const value = model.get(name) ?? model.get(PROPERTIES[name]);
    if (value === undefined || value === null) element.removeAttribute(name);
    else element.setAttribute(name, String(value));
  };
  const listeners = Object.keys(PROPERTIES).map((name) => [name, () => take(name)]);
  for (const [name, listener] of listeners) {
    take(name);
    model.on?.(`change:${name}`, listener);
  }
  element.addEventListener('settingschange', ({ detail }) => {
    model.set?.(Object.keys(PROPERTIES).find((name) => PROPERTIES[name] === detail.name), detail.value);
    model.save_changes?.();
  });
  el.append(element);
  return () => {
    for (const [name, listener] of listeners) model.off?.(`change:${name}`, listener);
    element.remove();
  };
}

export default { render };
