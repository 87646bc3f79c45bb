// The model card, shown as text only.
import { at, make } from './page.js';
import { say } from './say.js';

/** Lets the "i" button open the card that `cardOf()` gives. */
export function startAbout(cardOf) {
  const dialog = at('about');
  at('about-open').addEventListener('click', () => {
    const fields = Object.entries(cardOf() ?? {});
    at('about-lead').textContent = say(fields.length > 0 ? 'about.lead' : 'about.empty');
    at('about-fields').replaceChildren(...fields.flatMap(([name, value]) => [
      make('dt', { text: name }),
      make('dd', { text: typeof value === 'string' ? value : JSON.stringify(value) }),
    ]));
    dialog.showModal();
  });
  at('about-close').addEventListener('click', () => dialog.close());
}
