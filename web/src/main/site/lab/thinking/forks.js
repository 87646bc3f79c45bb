// The tree of forks: every molecule that was drawn, each below the one that it was forked from.
import { isRecipe } from './branch.js';

const PLACE = 'molweave-forks';

/** As many as a page of them can be looked through. */
export const MOST = 40;

/** An empty tree. A fork is `{ id, parent, at, token, recipe, molecule }`; `parent` null for a molecule drawn afresh. */
export function newForks() {
  let forks = [];
  let chosen = null;
  let removed = null;
  let last = 0;

  const below = (id) => forks.filter((fork) => fork.parent === id);
  const lineage = (id) => [id, ...below(id).flatMap((fork) => lineage(fork.id))];

  return {
    /** Those forked from `id`, or drawn afresh for null. */
    below,
    /** The chosen one, or null. */
    chosen: () => forks.find(({ id }) => id === chosen) ?? null,
    count: () => forks.length,
    isFull: () => forks.length >= MOST,
    /** All of them, those above before those below. */
    all: () => [...forks],
    /** Adds one and chooses it. */
    add(fork) {
      const added = { ...fork, id: ++last };
      forks.push(added);
      chosen = added.id;
      return added;
    },
    choose(id) {
      chosen = id;
    },
    /** Removes one with all below it; they can be brought back once. The one above is chosen instead. */
    remove(id) {
      const gone = new Set(lineage(id));
      removed = { forks, chosen };
      const { parent } = forks.find((fork) => fork.id === id);
      forks = forks.filter((fork) => !gone.has(fork.id));
      if (gone.has(chosen)) chosen = parent ?? forks.at(-1)?.id ?? null;
      return gone.size;
    },
    /** Whether something can be brought back. */
    canUndo: () => removed !== null,
    undo() {
      const kept = forks.filter(({ id }) => !removed.forks.some((fork) => fork.id === id));
      forks = [...removed.forks, ...kept];
      chosen = removed.chosen;
      removed = null;
    },
    /** Remembers the recipes until the tab is closed, where the browser lets it. */
    remember(modelId) {
      const plain = forks.map(({ id, parent, at, token, recipe }) => ({ id, parent, at, token, recipe }));
      try {
        sessionStorage.setItem(PLACE, JSON.stringify({ modelId, chosen, forks: plain }));
      } catch {
        // Forbidden or full: the tree then lasts as long as the page.
      }
    },
    /** Brings back what `recalled` gave, with its molecules. */
    restore({ chosen: id, forks: drawn }) {
      forks = drawn;
      chosen = id;
      last = Math.max(0, ...drawn.map((fork) => fork.id));
    },
  };
}

/** What was remembered of this model's tree, still without molecules; null when there is nothing fit to use. */
export function recalled(modelId) {
  try {
    const { modelId: of, chosen, forks } = JSON.parse(sessionStorage.getItem(PLACE));
    if (of !== modelId || !Array.isArray(forks) || forks.length === 0 || forks.length > MOST) return null;
    const seen = new Set();
    for (const { id, parent, at, token, recipe } of forks) {
      const fits = Number.isSafeInteger(id) && id > 0 && !seen.has(id) && (parent === null || seen.has(parent))
        && Number.isSafeInteger(at) && typeof token === 'string' && token.length < 100 && isRecipe(recipe);
      if (!fits) return null;
      seen.add(id);
    }
    return seen.has(chosen) ? { chosen, forks } : null;
  } catch {
    return null;
  }
}
