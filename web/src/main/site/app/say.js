// Puts words on the page: the only module that reads the messages.
import { messages } from '../messages/en.js';

/** The sentence `key` with its {names} filled in from `values`. */
export function say(key, values = {}) {
  return messages[key].replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));
}

/** Whether there is a sentence `key`. */
export function knows(key) {
  return Object.hasOwn(messages, key);
}

/** Fills every element below `root` that names its words in a data-say attribute. */
export function label(root) {
  for (const element of root.querySelectorAll('[data-say]')) {
    element.textContent = say(element.dataset.say);
  }
  for (const element of root.querySelectorAll('[data-say-label]')) {
    element.setAttribute('aria-label', say(element.dataset.sayLabel));
  }
  for (const element of root.querySelectorAll('[data-say-title]')) {
    element.title = say(element.dataset.sayTitle);
  }
}

/** A share in words: "64 %", "under 1 %". */
export function percent(share) {
  const whole = Math.round(share * 100);
  return whole < 1 && share > 0 ? '<1 %' : `${whole} %`;
}

/** A number of bytes in words. */
export function bytes(n) {
  if (n < 1000) return say('bytes.b', { n });
  if (n < 1e6) return say('bytes.kb', { n: Math.round(n / 1000) });
  return say('bytes.mb', { n: (n / 1e6).toFixed(2) });
}
