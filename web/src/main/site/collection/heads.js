// What stands over the cards of one dream: its settings, its tally, the way to dream it again.
import { make } from '../app/page.js';
import { say } from '../app/say.js';
import { inWords } from './tally.js';

/** The heads of groups, made once each; `onReplay(settings)` dreams one again. */
export class GroupHeads {
  #heads = new Map();
  #onReplay;

  constructor(onReplay) {
    this.#onReplay = onReplay;
  }

  /** The head of a group as the group is now. */
  of(group) {
    let head = this.#heads.get(group.id);
    if (!head) {
      head = group.kind === 'kept' ? kept() : this.#dream(group);
      this.#heads.set(group.id, head);
    }
    if (head.count) head.count.textContent = inWords(group);
    return head.element;
  }

  /** Lets go of heads whose groups are no more. */
  sweep(groups) {
    const ids = new Set(groups.map(({ id }) => id));
    for (const id of this.#heads.keys()) {
      if (!ids.has(id)) this.#heads.delete(id);
    }
  }

  #dream({ settings }) {
    const replay = make('button', { 'type': 'button', 'class': 'quiet', 'data-do': 'replay', 'text': say('group.replay') });
    replay.addEventListener('click', () => this.#onReplay(settings));
    const words = [say('group.dream', { seed: settings.seed, t: settings.temperature }), say(`group.${settings.validity}`)];
    if (settings.prefix !== '') words.push(say('group.prefix', settings));
    const count = make('p', { class: 'hint group-count' });
    const element = make('div', { 'data-seed': settings.seed, 'data-temperature': settings.temperature, 'data-validity': settings.validity },
      make('div', { class: 'group-head' }, make('h3', { text: words.join(', ') }), replay), count);
    return { element, count };
  }
}

function kept() {
  return { element: make('div', { class: 'group-head' }, make('h3', { text: say('group.kept') })), count: null };
}
