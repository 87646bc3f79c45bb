// "Forget everything": asks first, because nothing brings it back.
import { make } from '../app/page.js';
import { say } from '../app/say.js';

/** Asks; resolves to whether all is to be forgotten. */
export function askToForget() {
  const no = make('button', { type: 'button', text: say('collection.forget.no') });
  const yes = make('button', { 'type': 'button', 'data-do': 'forget-yes', 'text': say('collection.forget.yes') });
  const title = make('h2', { id: 'forget-title', text: say('collection.forget') });
  const dialog = make('dialog', { 'class': 'forget-dialog', 'aria-labelledby': 'forget-title' },
    title, make('p', { text: say('collection.forget.means') }), make('div', { class: 'row' }, yes, no));
  document.body.append(dialog);
  dialog.showModal();
  no.focus();
  return new Promise((resolve) => {
    const end = (answer) => {
      dialog.close();
      dialog.remove();
      resolve(answer);
    };
    yes.addEventListener('click', () => end(true));
    no.addEventListener('click', () => end(false));
    dialog.addEventListener('cancel', (event) => {
      event.preventDefault();
      end(false);
    });
  });
}

/** Takes away what else this page remembers on this machine. */
export function forgetChoices() {
  try {
    for (const key of Object.keys(localStorage)) {
      if (key.startsWith('molweave')) localStorage.removeItem(key);
    }
  } catch {
    // A browser that remembers nothing has nothing to forget.
  }
}
