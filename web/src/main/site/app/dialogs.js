// Dialogs that are made when they are first asked for.
import { make } from './page.js';
import { say } from './say.js';

/** A new dialog on the page with a title, a way to close it, and content. */
export function newDialog(id, title, ...content) {
  const close = make('button', { type: 'button', class: 'quiet', text: say('about.close') });
  const heading = make('h2', { id: `${id}-title`, text: title });
  const dialog = make('dialog', { id, 'aria-labelledby': `${id}-title` },
    make('div', { class: 'dialog-head' }, heading, close), ...content);
  close.addEventListener('click', () => dialog.close());
  document.body.append(dialog);
  return dialog;
}

/** Opens it unless it is open. */
export function show(dialog) {
  if (!dialog.open) dialog.showModal();
}
