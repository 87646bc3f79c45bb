/**
 * <mol-weave> as an anywidget: for MyST, Jupyter and whatever else calls `render({ model, el })`. The
 * state of its model holds the attributes by name.
 */
import './element.js';
import { ATTRIBUTES, propertyOf } from './element/settings.js';

const NAMES = [...ATTRIBUTES, 'lang'];

/** Shows one element in `el`; what it returns takes the element away again. */
export function render({ model, el }) {
  const element = document.createElement('mol-weave');
  const take = (name) => {
    const value = model.get(name) ?? (name === 'lang' ? undefined : model.get(propertyOf(name)));
    if (value === undefined || value === null) element.removeAttribute(name);
    else element.setAttribute(name, String(value));
  };
  const listeners = NAMES.map((name) => [name, () => take(name)]);
  for (const [name, listener] of listeners) {
    take(name);
    model.on?.(`change:${name}`, listener);
  }
  element.addEventListener('settingschange', ({ detail: { name, value } }) => {
    const key = ATTRIBUTES.find((attribute) => propertyOf(attribute) === name);
    model.set?.(key, value);
    model.save_changes?.();
  });
  el.append(element);
  return () => {
    for (const [name, listener] of listeners) model.off?.(`change:${name}`, listener);
    element.remove();
  };
}

export default { render };
