// Keeps the collection on this machine, in IndexedDB, and tells other tabs what changed. Where that
// cannot be, the page goes on without and says why, once.

const NAME = 'molweave-collection';
const VERSION = 1; // of the stores below; a new one needs an upgrade of what is there
const STORES = ['models', 'groups', 'cards'];
const REST = 300; // ms between two writes
const LONG_REST = 10_000; // ms: the same where the last one found no room
const NOTHING = Object.freeze({ models: [], groups: [], cards: [] });
const NO_REMOVALS = Object.freeze({ models: new Set(), groups: new Set(), cards: new Set() });
const PATIENCE = 8000; // ms: some browsers never answer

/** Why nothing is kept: forbidden, newer, full or broken. */
class NotKept extends Error {
  constructor(why) {
    super(why);
    this.why = why;
  }
}

/**
 * `onOther({ put, removed, forgotten })` hears of other tabs; `onLost(why)` when nothing more is kept, or
 * with 'full' when what is new has to wait for room; `onRoom()` when there is room again.
 */
export class Keeping {
  #onOther;
  #onLost;
  #onRoom;
  #db = null;
  #opening = null;
  #lost = false;
  #full = false;
  #puts = { models: new Map(), groups: new Map(), cards: new Map() };
  #removals = { models: new Set(), groups: new Set(), cards: new Set() };
  #timer = null;
  #writing = Promise.resolve();
  #channel = null;

  constructor({ onOther, onLost, onRoom }) {
    this.#onOther = onOther;
    this.#onLost = onLost;
    this.#onRoom = onRoom;
    try {
      this.#channel = new BroadcastChannel(NAME);
      this.#channel.onmessage = ({ data }) => this.#heard(data);
    } catch {
      // Tabs that cannot talk still keep their own cards: ids never collide.
    }
    addEventListener('pagehide', () => this.flush());
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'hidden') this.flush();
    });
  }

  /** Everything that is kept, `{ models, groups, cards }`; empty where nothing can be. */
  async load() {
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      this.#onLost('forbidden'); // until an answer comes after all
    }, PATIENCE);
    try {
      const entries = await this.#read();
      if (late) this.#onRoom();
      return entries;
    } catch (fault) {
      await this.#refused(fault, NOTHING, NO_REMOVALS);
      return NOTHING;
    } finally {
      clearTimeout(timer);
    }
  }

  /** Will keep an entry of a store, as it is when it is written. */
  put(store, entry) {
    if (this.#lost) return;
    this.#removals[store].delete(entry.id);
    this.#puts[store].set(entry.id, entry);
    this.#plan();
  }

  /** Will forget entries of a store. */
  remove(store, ids) {
    if (this.#lost) return;
    for (const id of ids) {
      this.#puts[store].delete(id);
      this.#removals[store].add(id);
    }
    if (this.#full) this.#soon(); // there may be room now
    else this.#plan();
  }

  #plan() {
    this.#timer ??= setTimeout(() => this.flush(), this.#full ? LONG_REST : REST);
  }

  #soon() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.flush(), REST);
  }

  /** Writes what is to be written, in one step: all of it or nothing. */
  flush() {
    clearTimeout(this.#timer);
    this.#timer = null;
    const puts = this.#puts;
    const removals = this.#removals;
    if (STORES.every((name) => puts[name].size + removals[name].size === 0)) return this.#writing;
    this.#puts = { models: new Map(), groups: new Map(), cards: new Map() };
    this.#removals = { models: new Set(), groups: new Set(), cards: new Set() };
    const entries = Object.fromEntries(STORES.map((name) => [name, [...puts[name].values()]]));
    // A page that is closing gets no further turn: where the database is open, the write begins at once.
    this.#writing = (this.#db ? this.#write(entries, removals) : this.#writing.then(() => this.#open()).then(() => this.#write(entries, removals)))
      .catch((fault) => this.#refused(fault, entries, removals));
    return this.#writing;
  }

  async #write(entries, removals) {
    const change = this.#db.transaction(STORES, 'readwrite');
    const done = settled(change);
    for (const name of STORES) {
      const store = change.objectStore(name);
      entries[name].forEach((entry) => store.put(entry));
      removals[name].forEach((id) => store.delete(id));
    }
    change.commit?.(); // a page that goes before it hears of its writes would leave them open, and block its successor in WebKit
    await done;
    this.#tell(entries, removals);
    if (this.#full && STORES.some((name) => entries[name].length > 0)) {
      this.#full = false;
      this.#onRoom();
    }
  }

  /** Without room nothing was written: what is removed goes all the same, the rest waits. */
  async #refused(fault, entries, removals) {
    if (reasonOf(fault) !== 'full') {
      this.#lose(fault);
      return;
    }
    for (const name of STORES) {
      for (const entry of entries[name]) {
        if (!this.#puts[name].has(entry.id) && !this.#removals[name].has(entry.id)) this.#puts[name].set(entry.id, entry);
      }
    }
    if (!this.#full) this.#onLost('full');
    this.#full = true;
    if (STORES.every((name) => removals[name].size === 0)) return;
    try {
      await this.#write(NOTHING, removals);
      this.#soon();
    } catch (again) {
      this.#lose(again);
    }
  }

  #tell(entries, removals) {
    this.#channel?.postMessage({
      put: Object.fromEntries(STORES.map((name) => [name, entries[name].map(({ id }) => id)])),
      removed: [...removals.cards],
    });
  }

  /** Forgets everything, in other tabs too, and the database itself. */
  async forget() {
    clearTimeout(this.#timer);
    this.#timer = null;
    for (const name of STORES) {
      this.#puts[name].clear();
      this.#removals[name].clear();
    }
    this.#channel?.postMessage({ forgotten: true });
    try {
      await patiently(this.#writing);
      this.#close();
      await patiently(answer(indexedDB.deleteDatabase(NAME)));
      this.#lost = false;
      this.#full = false;
    } catch (fault) {
      this.#lose(fault);
    }
  }

  async #heard({ put, removed, forgotten }) {
    if (forgotten) {
      for (const name of STORES) this.#puts[name].clear();
      this.#close();
      this.#onOther({ forgotten: true });
      return;
    }
    try {
      await this.#open();
      const entries = {};
      const reading = this.#db.transaction(STORES);
      await Promise.all(STORES.map(async (name) => {
        const found = await Promise.all(put[name].map((id) => answer(reading.objectStore(name).get(id))));
        entries[name] = found.filter((entry) => entry);
      }));
      this.#onOther({ put: sound(entries), removed });
    } catch {
      // Another tab's news can wait until the page is opened again.
    }
  }

  async #read() {
    await this.#open();
    const reading = this.#db.transaction(STORES);
    const all = await Promise.all(STORES.map((name) => answer(reading.objectStore(name).getAll())));
    return sound(Object.fromEntries(STORES.map((name, i) => [name, all[i]])));
  }

  /** One connection, however many ask for it at once. */
  async #open() {
    if (this.#db) return;
    if (this.#lost) throw new NotKept('broken');
    this.#opening ??= this.#connect().finally(() => { this.#opening = null; });
    await this.#opening;
  }

  async #connect() {
    const asking = indexedDB.open(NAME, VERSION);
    asking.onupgradeneeded = () => STORES.forEach((name) => asking.result.createObjectStore(name, { keyPath: 'id' }));
    const db = await answer(asking);
    if (STORES.some((name) => !db.objectStoreNames.contains(name))) {
      db.close();
      throw new NotKept('broken');
    }
    db.onversionchange = () => this.#close();
    db.onclose = () => { this.#db = null; };
    this.#db = db;
  }

  #close() {
    this.#db?.close();
    this.#db = null;
  }

  #lose(fault) {
    if (this.#lost) return;
    this.#lost = true;
    this.#close();
    this.#onLost(reasonOf(fault));
  }
}

/** The answer to a request. */
function answer(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** What comes of `work`, or a fault when that takes too long. */
async function patiently(work) {
  let timer = null;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new NotKept('forbidden')), PATIENCE);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

function settled(change) {
  return new Promise((resolve, reject) => {
    change.oncomplete = resolve;
    change.onabort = () => reject(change.error ?? new NotKept('broken'));
  });
}

function reasonOf(fault) {
  if (fault instanceof NotKept) return fault.why;
  return { VersionError: 'newer', QuotaExceededError: 'full', NotFoundError: 'broken', DataError: 'broken' }[fault?.name] ?? 'forbidden';
}

/** Only what this page can have written; the rest is left where it is. */
function sound({ models, groups, cards }) {
  const known = new Map(groups.filter(isGroup).map((group) => [group.id, group]));
  return {
    models: models.filter(({ id, card }) => typeof id === 'string' && typeof card === 'object'),
    groups: [...known.values()],
    cards: cards.filter(isCard).sort((one, other) => one.at - other.at),
  };
}

function isGroup({ id, at, kind, settings, n }) {
  return typeof id === 'string' && Number.isFinite(at) && ['dream', 'kept'].includes(kind)
    && isSettings(settings) && Number.isInteger(n);
}

function isCard({ id, at, group, smiles, valid, settings, times, reason, facts }) {
  return typeof id === 'string' && Number.isFinite(at) && typeof group === 'string' && typeof smiles === 'string'
    && typeof valid === 'boolean' && isSettings(settings) && Number.isInteger(times)
    && (reason === null || (typeof reason?.message === 'string' && Number.isInteger(reason.position)))
    && (facts === null || typeof facts === 'object');
}

function isSettings(settings) {
  return settings !== null && typeof settings === 'object' && Number.isFinite(settings.seed)
    && Number.isFinite(settings.temperature) && typeof settings.prefix === 'string'
    && ['reject', 'mask', 'off'].includes(settings.validity);
}
