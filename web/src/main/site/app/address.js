// The page's address: what its link says is taken over before anything is drawn. linking.js writes it.
import { readLink } from './link.js';
import { choose, PAGE } from './state.js';

/** What the address says now; `again` where the page was here before, as after a reload or a step back. */
export function addressed() {
  const { settings, problems } = readLink(location.hash);
  const empty = Object.keys(settings).length === 0 && problems.length === 0;
  return { settings, problems, empty, again: history.state?.freshSeed !== undefined };
}

/** What it said when the page was opened. */
export const arrival = addressed();

/** Sets what the link says, and what it leaves out as the page has it; the beginning is typed by the caller. */
export function takeOver({ settings, empty, again }) {
  if (empty) return;
  const { seed, temperature, count, topP, topK, validity, controls, language } = { ...PAGE, ...settings };
  choose({ temperature, count, topP, topK, validity, controls, language });
  if (seed !== undefined) choose({ seed, freshSeed: again ? history.state.freshSeed : 'no' });
}

/** Hides what the link's controls do not name; each hideable part names itself in data-control. */
export function showControls(controls) {
  for (const part of document.querySelectorAll('[data-control]')) {
    const names = part.dataset.control.split(' ');
    part.hidden = controls !== null && !names.some((name) => controls.includes(name));
  }
}
