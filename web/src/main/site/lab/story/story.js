// The story: six writers with the same luck, drawn in step, looked at molecule by molecule.
import { announce } from '../../app/activity.js';
import { drawSeed, readSeed } from '../../app/state.js';
import { readLink, writeLink } from '../../app/link.js';
import { at } from '../../app/page.js';
import { hideProblem, showProblem } from '../../app/problem.js';
import { say } from '../../app/say.js';
import { Row } from './row.js';
import { WRITERS } from './writers.js';

const AT_FIRST = 10;
const MOST_AT_FIRST = 1000; // that a link may ask for
const MOST = 10000; // texts of one writer
const REST = 300; // ms between two changes of the counts
const CALM = 5; // while they write, drawing takes at most a fifth of the chemistry's time

let rows = [];
let seed = 0;
let target = 0;
let controller = null;
let following = true;
let shownAt = 0;
let lookAgainAt = 0;
let given = {}; // what the page's address says

/** Puts the rows onto the page. */
export function showStory() {
  rows = WRITERS.map((writer, i) => new Row(writer, i + 1));
  at('writers').replaceChildren(...rows.map((row) => row.element));
  setState('loading');
}

/** Lets the writers begin; `modelOf(name)` gives `{ model, name }`, and fails in words. */
export async function startStory(modelOf) {
  listen();
  given = readLink(location.hash).settings;
  begin(given.seed ?? drawSeed());
  await Promise.all(rows.map(async (row, i) => {
    try {
      const { model, name } = await modelOf(WRITERS[i].model);
      row.writeWith(model, name);
    } catch (error) {
      row.fail(error);
    }
  }));
  await drawTo(Math.min(MOST_AT_FIRST, given.count ?? AT_FIRST));
}

/** Says that nothing will come. */
export function giveUp() {
  setState('failed');
}

function listen() {
  for (const button of document.querySelectorAll('[data-more]')) {
    button.addEventListener('click', () => drawTo(target + Number(button.dataset.more)));
  }
  at('story-stop').addEventListener('click', () => {
    stop();
    at('story-more').focus();
  });
  at('luck-new').addEventListener('click', () => again(drawSeed()));
  at('luck-again').addEventListener('click', () => again(seed));
  at('luck').addEventListener('change', () => {
    const wanted = readSeed(at('luck').value);
    at('luck').setAttribute('aria-invalid', String(wanted === null));
    at('luck-hint').textContent = say(wanted === null ? 'seed.bad' : 'lab.luck.hint');
    if (wanted !== null && wanted !== seed) again(wanted);
  });
  at('look').addEventListener('input', () => {
    following = Number(at('look').value) >= least();
    look();
  });
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !document.querySelector('dialog[open]')) stop();
  });
  addEventListener('hashchange', () => {
    const { settings } = readLink(location.hash);
    if (settings.seed === undefined || settings.seed === seed) return;
    given = settings;
    begin(given.seed);
    drawTo(Math.min(MOST_AT_FIRST, given.count ?? AT_FIRST));
  });
}

/** The same number of texts once more, of this luck. */
function again(luck) {
  const wanted = Math.max(AT_FIRST, target);
  begin(luck);
  drawTo(wanted);
}

function begin(luck) {
  controller?.abort();
  seed = luck;
  target = 0;
  following = true;
  at('luck').value = String(seed);
  for (const row of rows) row.restart(seed);
  look();
}

async function drawTo(wanted) {
  controller?.abort();
  controller = new AbortController();
  const { signal } = controller;
  target = Math.min(MOST, wanted);
  hideProblem();
  setState('drawing');
  const writing = rows.filter((row) => !row.missing());
  const results = await Promise.allSettled(writing.map((row) => row.write(target, signal, () => progress(signal))));
  if (signal.aborted) return;
  show();
  const failure = results.find((result) => result.status === 'rejected');
  if (failure) {
    setState('failed');
    showProblem(failure.reason);
    return;
  }
  history.replaceState(null, '', writeLink({ ...given, seed, count: target }));
  setState('ready');
  announce(say('lab.done', { n: target }));
}

function stop() {
  if (document.documentElement.dataset.story !== 'drawing') return;
  controller.abort();
  target = Math.max(...rows.map((row) => row.texts.length));
  show();
  setState('stopped');
}

function progress(signal) {
  const now = performance.now();
  if (signal.aborted || now - shownAt < REST) return;
  showCounts();
  setState('drawing');
  if (now >= lookAgainAt) glance(now);
}

function show() {
  showCounts();
  look();
}

function showCounts() {
  shownAt = performance.now();
  for (const row of rows) row.showCounts();
}

/** Looks at the latest text while they write. */
async function glance(now) {
  lookAgainAt = Infinity;
  await look('none');
  lookAgainAt = now + CALM * (performance.now() - now);
}

/** How many texts each writer has at least. */
function least() {
  const counts = rows.filter((row) => !row.missing()).map((row) => row.texts.length);
  return counts.length === 0 ? 0 : Math.min(...counts);
}

/** Shows the same text of all writers: the latest, or the one that the visitor looks for. */
async function look(company = 'few') {
  const n = least();
  const slider = at('look');
  slider.disabled = n === 0;
  slider.max = String(Math.max(1, n));
  if (following) slider.value = String(Math.max(1, n));
  const words = n === 0 ? say('lab.look.none') : say('lab.look.value', { n: slider.value, of: n });
  slider.setAttribute('aria-valuetext', words);
  at('look-words').textContent = words;
  await Promise.all(rows.map((row) => row.look(Number(slider.value) - 1, company)));
}

function setState(state) {
  document.documentElement.dataset.story = state;
  const done = rows.reduce((sum, row) => sum + row.texts.length, 0);
  const all = target * rows.filter((row) => !row.missing()).length;
  at('story-state').textContent = say(`lab.state.${state}`, { done, all });
  at('story-stop').disabled = state !== 'drawing';
  for (const id of ['story-more', 'story-many', 'luck-new', 'luck-again']) at(id).disabled = state === 'loading';
}
