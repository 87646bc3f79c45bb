// Keeps this version of the site on the device. The build writes RELEASE above: the version, the hash of
// each file that is kept from the first visit on, and the names of those that are kept once they were used.
const { version, files, later } = RELEASE;
const SCOPE = new URL('./', location.href).href;
const OURS = `molweave ${SCOPE} `; // another copy of the site may lie on the same origin
const CACHE = OURS + version;

/** Such a port is anybody's in turn, and has sites that are being worked on: its server is asked for the page. */
const SHARED_PORT = ['localhost', '127.0.0.1', '[::1]'].includes(location.hostname);

addEventListener('install', (event) => {
  // What browsers that know how take out of the cache without waking this worker.
  const alone = Object.keys(files).filter((name) => !isPage(name));
  event.addRoutes?.(alone.map((name) => ({
    condition: { urlPattern: new URLPattern(SCOPE + name) },
    source: { cacheName: CACHE },
  })));
  event.waitUntil(keepAll());
});
addEventListener('activate', (event) => event.waitUntil(forgetOthers()));

addEventListener('message', ({ data }) => {
  if (data === 'use this version') skipWaiting();
});

addEventListener('fetch', (event) => {
  const name = nameOf(event.request);
  if (Object.hasOwn(files, name) || later.includes(name)) event.respondWith(answer(event, name));
});

/** All or nothing: files of two versions side by side would not fit each other. */
async function keepAll() {
  try {
    const cache = await caches.open(CACHE);
    for (const [name, hash] of Object.entries(files)) await cache.put(SCOPE + name, await whole(name, hash));
  } catch (fault) {
    await caches.delete(CACHE);
    throw fault;
  }
}

async function forgetOthers() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(OURS) && name !== CACHE).map((name) => caches.delete(name)));
}

/** The file of this version: out of an earlier one's cache, or the browser's own, when it has not changed since. */
async function whole(name, hash) {
  const address = SCOPE + name;
  const places = [
    () => caches.match(address),
    () => fetch(address, { cache: 'force-cache' }),
    () => fetch(address, { cache: 'no-cache' }),
  ];
  for (const look of places) {
    const answer = await look();
    if (!answer?.ok) continue;
    const bytes = await answer.arrayBuffer();
    if (await sha256(bytes) === hash) return copy(answer, bytes);
  }
  throw new Error(`${name} is not of this version`);
}

/** Unpacked already, and no redirection, which a page may not be answered with. */
function copy(answer, bytes) {
  const headers = new Headers(answer.headers);
  headers.delete('content-encoding');
  headers.set('content-length', bytes.byteLength);
  return new Response(bytes, { headers });
}

async function sha256(bytes) {
  const hash = await crypto.subtle.digest('SHA-256', bytes);
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function nameOf({ method, url }) {
  const { origin, pathname } = new URL(url);
  const address = decodeURI(origin + pathname);
  if (method !== 'GET' || !address.startsWith(SCOPE)) return '';
  return address === SCOPE ? 'index.html' : address.slice(SCOPE.length);
}

function isPage(name) {
  return name.endsWith('.html');
}

async function answer(event, name) {
  const cache = await caches.open(CACHE);
  const kept = await cache.match(SCOPE + name);
  if (kept && SHARED_PORT && isPage(name)) return ofTheServer(event.request, kept);
  if (kept) return kept;
  const fresh = await fetch(event.request);
  if (fresh.ok && later.includes(name)) event.waitUntil(keep(cache, name, fresh.clone()));
  return fresh;
}

/** The server's page while there is a server; when it is another one all that was kept is forgotten. */
async function ofTheServer(request, kept) {
  const fresh = await fetch(request).catch(() => null);
  if (fresh === null) return kept;
  const [now, then] = await Promise.all([fresh.clone().text(), kept.text()]);
  if (now !== then) {
    await caches.delete(CACHE);
    await registration.unregister();
  }
  return fresh;
}

/** Where there is no room left the file is fetched again the next time. */
async function keep(cache, name, fresh) {
  await cache.put(SCOPE + name, copy(fresh, await fresh.arrayBuffer())).catch(() => {});
}
