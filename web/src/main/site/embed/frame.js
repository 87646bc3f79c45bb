// One element in a frame of another page, as the address says.
import '../molweave/element.js';
import { readLink } from '../app/link.js';
import { learn, say } from '../app/say.js';
import { embed } from '../messages/embed.js';
import { attributesOf } from './attributes.js';
import { tellHeight } from './height.js';

const place = document.getElementById('place');
const note = document.getElementById('note');
const asked = new URLSearchParams(location.search);
const theme = ['light', 'dark'].find((name) => name === asked.get('theme'));

if (theme !== undefined) document.documentElement.dataset.theme = theme;
await learn(embed);
show();
addEventListener('hashchange', show);
tellHeight(asked.get('host'), asked.get('origin'));

function show() {
  const { settings, problems } = readLink(location.hash);
  const parts = problems.map(({ key, value }) => (key === '' ? value : `${key}=${value}`));
  if (settings.topK) parts.push(`k=${settings.topK}`); // The element has no such setting.
  tell(parts.length > 0 ? [say('frame.problems', { parts: parts.join(', ') })] : []);
  const element = document.createElement('mol-weave');
  for (const [name, value] of Object.entries(attributesOf(settings))) element.setAttribute(name, value);
  element.addEventListener('ready', ({ detail }) => {
    compare(settings, detail);
    document.documentElement.dataset.activity = 'ready';
  });
  place.replaceChildren(element);
}

/** Another model, or other arithmetic, writes other molecules than those that the link is about. */
function compare({ modelId, numericVersion }, loaded) {
  const same = (modelId === undefined || loaded.modelId.startsWith(modelId))
    && (numericVersion === undefined || loaded.numericVersion === numericVersion);
  if (!same) tell([note.textContent, say('frame.other')]);
}

function tell(sentences) {
  note.textContent = sentences.join(' ').trim();
  note.hidden = note.textContent === '';
}
