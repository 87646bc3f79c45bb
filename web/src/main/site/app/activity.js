// The state in words, and as data-activity on the root element.
import { at } from './page.js';
import { bytes, say } from './say.js';

/** Says what goes on: loading, ready, growing, dreaming, stopped or failed. */
export function setActivity(activity, values = {}) {
  document.documentElement.dataset.activity = activity;
  at('state').textContent = activity === 'loading' ? '' : say(`state.${activity}`, values);
  at('stop').disabled = activity !== 'growing' && activity !== 'dreaming';
  at('loading').hidden = activity !== 'loading';
}

/** What goes on. */
export function activity() {
  return document.documentElement.dataset.activity;
}

/** Says how far the model is loaded, bytes of bytes; total 0 when nobody knows. */
export function showLoading(loaded, total) {
  const words = total > 0 ? 'loading.bytes' : 'loading.some';
  at('loading-words').textContent = total > 0 && loaded >= total
    ? say('loading.reading')
    : say(words, { loaded: bytes(loaded), total: bytes(total) });
  if (total > 0) at('loading-progress').value = Math.min(1, loaded / total);
}

/** Tells screen readers of a finished molecule. */
export function announce(words) {
  at('announcer').textContent = words;
}
