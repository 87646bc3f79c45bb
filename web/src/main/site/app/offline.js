// Keeps the site for use without a network, and asks before a new version takes the old one's place.
import { offline } from '../messages/offline.js';
import { make } from './page.js';
import { learn, say } from './say.js';

let asked = false;

/** Begins; a browser that keeps nothing, or may not, is no trouble for the page. */
export async function keepForOffline() {
  const workers = navigator.serviceWorker;
  if (!workers || window.top !== window) return;
  await learn(offline);
  try {
    const address = new URL('service-worker.js', document.baseURI);
    const registration = await workers.register(address, { updateViaCache: 'none' });
    workers.addEventListener('controllerchange', changed);
    follow(registration);
  } catch {
    tell('offline.refused');
  }
}

function follow(registration) {
  if (registration.active) tell('offline.kept');
  if (registration.waiting) offer(registration.waiting);
  watch(registration.installing, registration);
  registration.addEventListener('updatefound', () => watch(registration.installing, registration));
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') registration.update().catch(() => {}); // asked again the next time
  });
}

function watch(worker, registration) {
  worker?.addEventListener('statechange', () => {
    if (worker.state === 'installed' && registration.active) offer(worker);
    if (worker.state === 'activated') tell('offline.kept');
    if (worker.state === 'redundant' && !registration.active) tell('offline.refused');
  });
}

/** The new version waits until it is asked for, or until no page of the old one is open. */
function offer(worker) {
  notice('offline.new', 'offline.use', () => {
    asked = true;
    worker.postMessage('use this version');
  });
}

/** Another version answers from now on: what was loaded of the old one may miss its files. */
function changed() {
  if (asked) location.reload();
  else notice('offline.changed', 'offline.reload', () => location.reload());
}

function notice(words, action, act) {
  document.querySelector('.notice')?.remove();
  const box = make('div', { class: 'problem notice', role: 'status' });
  const later = make('button', { type: 'button', class: 'quiet', text: say('offline.later') });
  const go = make('button', { type: 'button', text: say(action) });
  go.addEventListener('click', act);
  later.addEventListener('click', () => box.remove());
  box.append(make('p', { text: say(words) }), make('div', { class: 'row' }, go, later));
  document.querySelector('main').prepend(box);
}

/** Says at the foot of the page whether it is kept. */
function tell(words) {
  const foot = document.querySelector('footer');
  const line = foot.querySelector('.offline') ?? make('p', { class: 'offline' });
  line.textContent = say(words);
  foot.append(line);
}
