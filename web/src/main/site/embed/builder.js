// The embed kit: what is chosen, the element that it makes, and what is to be pasted.
import '../molweave/element.js';
import { readLink, writeLink } from '../app/link.js';
import { at, make } from '../app/page.js';
import { label, learn, say } from '../app/say.js';
import { embed } from '../messages/embed.js';
import { attributesOf } from './attributes.js';
import { HOSTS, snippetOf } from './snippets.js';

const CONTROLS = ['temperature', 'prefix', 'validity', 'count', 'seed'];
const SHOWN = ['temperature', 'seed'];

/** The fields whose text a link may refuse, with their keys in it. */
const TYPED = { seed: 'seed', temperature: 'T', 'top-p': 'p', count: 'n', prefix: 'prefix' };

let shown = '';

await learn(embed);
label(document);
document.title = say('embed.title');
at('host').append(...HOSTS.map((host) => make('option', { value: host, text: say(`embed.host.${host}`) })));
at('controls').append(...CONTROLS.map((name) => make('label', {},
  make('input', { type: 'checkbox', value: name, checked: SHOWN.includes(name) }), make('span', { text: say(`embed.control.${name}`) }))));
at('build').addEventListener('input', build);
at('build').addEventListener('change', build);
at('build').addEventListener('submit', (event) => event.preventDefault());
at('copy').addEventListener('click', copy);
build();
document.documentElement.dataset.activity = 'ready';

function build() {
  const { settings, link } = chosen();
  const theme = at('theme').value;
  const attributes = { ...attributesOf(settings), ...(theme !== 'auto' && { theme }) };
  const base = new URL('.', document.baseURI).href;
  const words = { fallback: say('embed.fallback'), title: say('embed.frame.title') };
  at('snippet').textContent = snippetOf(at('host').value, { attributes, link, base, theme, ...words });
  at('note').textContent = say(`embed.note.${at('host').value}`);
  at('copied').textContent = '';
  preview(attributes);
}

/** The settings as a link would bring them: what cannot be is left out and marked. */
function chosen() {
  const parts = ['#v1'];
  for (const [id, key] of Object.entries(TYPED)) {
    const text = at(id).value.trim();
    if (text !== '') parts.push(`${key}=${encodeURIComponent(text)}`);
  }
  const { settings, problems } = readLink(parts.join('&'));
  const refused = Object.keys(TYPED).filter((id) => problems.some(({ key }) => key === TYPED[id]));
  for (const id of Object.keys(TYPED)) at(id).setAttribute('aria-invalid', String(refused.includes(id)));
  at('refused').textContent = refused.map((id) => say('embed.refused', { value: at(id).value })).join(' ');
  const controls = [...at('controls').querySelectorAll(':checked')].map(({ value }) => value);
  const whole = { ...settings, controls: controls.length > 0 ? controls : ['none'] };
  if (at('validity').value !== 'reject') whole.validity = at('validity').value;
  if (at('lang').value !== '') whole.language = at('lang').value;
  if (whole.topP === 1) delete whole.topP;
  if (whole.count === 1) delete whole.count;
  return { settings: whole, link: writeLink(whole) };
}

/** The element is kept: it begins again by itself where a setting changes. */
function preview(attributes) {
  const text = JSON.stringify(attributes);
  if (text === shown) return;
  shown = text;
  const element = at('preview').firstElementChild ?? make('mol-weave');
  for (const { name } of [...element.attributes]) {
    if (!Object.hasOwn(attributes, name)) element.removeAttribute(name);
  }
  for (const [name, value] of Object.entries(attributes)) {
    if (element.getAttribute(name) !== value) element.setAttribute(name, value);
  }
  if (!element.isConnected) at('preview').append(element);
}

async function copy() {
  try {
    await navigator.clipboard.writeText(at('snippet').textContent);
    at('copied').textContent = say('embed.copied');
  } catch {
    getSelection().selectAllChildren(at('snippet'));
    at('copied').textContent = say('embed.copy.refused');
  }
}
