// Copies a text; where the clipboard is refused it selects the text and says so.
import { announce } from '../app/activity.js';
import { say } from '../app/say.js';

/** Copies what `element` shows and says in `note` how it went. */
export async function copy(element, note) {
  const text = element.textContent;
  try {
    await navigator.clipboard.writeText(text);
    note.textContent = say('card.copied');
    announce(say('card.copied.said', { text }));
  } catch {
    getSelection().selectAllChildren(element);
    note.textContent = say('card.copy.refused');
  }
}
