// Light, dark or as the system; remembered on this machine.
import { at } from './page.js';
import { say } from './say.js';

const KEY = 'molweave.theme';
const THEMES = ['auto', 'light', 'dark'];
const MARKS = { auto: '\u25d0', light: '\u25cb', dark: '\u25cf' };

/** Shows the remembered theme and lets the button go to the next one. */
export function startTheme() {
  show(remembered());
  at('theme').addEventListener('click', () => {
    const next = THEMES[(THEMES.indexOf(current()) + 1) % THEMES.length];
    show(next);
    try {
      localStorage.setItem(KEY, next);
    } catch {
      // A browser that remembers nothing still changes the theme now.
    }
  });
}

function remembered() {
  try {
    const theme = localStorage.getItem(KEY);
    return THEMES.includes(theme) ? theme : 'auto';
  } catch {
    return 'auto';
  }
}

function current() {
  return document.documentElement.dataset.theme ?? 'auto';
}

function show(theme) {
  document.documentElement.dataset.theme = theme;
  at('theme').textContent = MARKS[theme];
  at('theme').title = say(`theme.${theme}`);
  at('theme').setAttribute('aria-label', say(`theme.${theme}`));
}
