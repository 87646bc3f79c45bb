// A molecule written anew so that one of its atoms stays open: what is written next hangs on that atom.

const RING_MOST = 99;
const ROOTS_MOST = 32;

/**
 * The atoms and bonds of a SMILES from its tokens, `[{ text, kind, atoms }]` as `tokenAtoms` gives them:
 * `{ symbols, bonds }`, bonds as `{ text, other }` by atom. Marks of stereochemistry are left out.
 */
export function graphOf(tokens) {
  const symbols = [];
  const bonds = [];
  const rings = new Map(); // what is written at an open ring
  const branches = [];
  let last = -1;
  let bond = '';
  const join = (one, other, text) => {
    bonds[one].push({ text, other });
    bonds[other].push({ text, other: one });
  };
  for (const { text, kind, atoms } of tokens) {
    if (kind === 'atom') {
      const [atom] = atoms;
      symbols[atom] = plain(text);
      bonds[atom] = [];
      if (last >= 0) join(last, atom, bond);
      [last, bond] = [atom, ''];
    } else if (kind === 'bond') bond = text === '/' || text === '\\' ? '' : text;
    else if (kind === 'dot') last = -1;
    else if (text === '(') branches.push(last);
    else if (text === ')') last = branches.pop();
    else {
      const number = Number(text.replace('%', ''));
      const open = rings.get(number);
      if (open === undefined) rings.set(number, { atom: last, bond });
      else {
        join(open.atom, last, bond || open.bond);
        rings.delete(number);
      }
      bond = '';
    }
  }
  return { symbols, bonds };
}

/**
 * Spellings of the piece of the molecule that holds `atom`, in each of which `atom` comes last and is open:
 * begun at up to 32 atoms, those at the ends first; through rings the short way and the long way.
 */
export function spellingsOpenAt(graph, atom) {
  const { bonds } = graph;
  const roots = [...towards(bonds, atom, new Set()).keys()];
  roots.sort((one, other) => bonds[one].length - bonds[other].length);
  const paths = roots.slice(0, ROOTS_MOST).flatMap((root) => [pathBetween(bonds, root, atom, new Set()), longWay(bonds, root, atom)]);
  return [...new Set(paths.map((path) => spelled(graph, path)))];
}

/** The piece written along `path`: everything that hangs on its atoms stands in branches before its end. */
function spelled({ symbols, bonds }, path) {
  const onPath = new Set(path);
  const parts = symbols.map(() => null); // children by atom, in the order of writing
  const closures = symbols.map(() => []); // ring bonds by atom
  const seen = new Set();
  const visit = (at, from, next) => {
    seen.add(at);
    parts[at] = [];
    for (const { text, other } of bonds[at]) {
      if (other === from || other === next) continue;
      if (seen.has(other)) {
        if (!closures[at].some((one) => one.other === other)) {
          closures[at].push({ other, text });
          closures[other].push({ other: at, text });
        }
      } else if (!onPath.has(other)) {
        parts[at].push({ text, other });
        visit(other, at, -1);
      }
    }
  };
  path.forEach((at, i) => visit(at, path[i - 1] ?? -1, path[i + 1] ?? -1));
  return spell(symbols, bonds, path, parts, closures);
}

function spell(symbols, bonds, path, parts, closures) {
  const numbers = new Map(); // an open ring bond -> its number
  const ring = (at) => closures[at].map(({ other, text }) => {
    const key = bondKey(at, other);
    const open = numbers.get(key);
    if (open !== undefined) numbers.delete(key);
    const number = open ?? free(numbers);
    if (open === undefined) numbers.set(key, number);
    return text + (number < 10 ? number : `%${number}`);
  }).join('');
  const write = (at, end) => {
    const head = symbols[at] + ring(at);
    return head + parts[at].map(({ text, other }, i) => {
      const branch = text + write(other, 'closed');
      return end === 'closed' && i === parts[at].length - 1 ? branch : `(${branch})`;
    }).join('');
  };
  return path.map((at, i) => {
    const bond = i === 0 ? '' : bonds[at].find(({ other }) => other === path[i - 1]).text;
    return bond + write(at, 'open');
  }).join('');
}

/** From each atom of the piece the next one on the shortest way to `atom`, nearest first; `closed` bonds are no way. */
function towards(bonds, atom, closed) {
  const next = new Map([[atom, -1]]);
  for (const at of next.keys()) {
    for (const { other } of bonds[at]) {
      if (!next.has(other) && !closed.has(bondKey(at, other))) next.set(other, at);
    }
  }
  return next;
}

/** The atoms from `root` to `atom` by the shortest open way, or null. */
function pathBetween(bonds, root, atom, closed) {
  const next = towards(bonds, atom, closed);
  if (!next.has(root)) return null;
  const path = [];
  for (let at = root; at !== -1; at = next.get(at)) path.push(at);
  return path;
}

/** Around each ring by the way that most writers take: all of it, instead of leaving half of it in a branch. */
function longWay(bonds, root, atom) {
  const closed = new Set();
  let path = pathBetween(bonds, root, atom, closed);
  for (let i = 1; i < path.length; i++) {
    const key = bondKey(path[i - 1], path[i]);
    const around = pathBetween(bonds, root, atom, new Set([...closed, key]));
    if (around !== null && around.length > path.length) {
      closed.add(key);
      path = around;
    }
  }
  return path;
}

function bondKey(one, other) {
  return one < other ? `${one} ${other}` : `${other} ${one}`;
}

function free(numbers) {
  const taken = new Set(numbers.values());
  for (let number = 1; number <= RING_MOST; number++) if (!taken.has(number)) return number;
  throw new RangeError('too many rings are open at once');
}

/** An atom without its mark of handedness; its brackets go where they said nothing else. */
function plain(text) {
  const bare = text.replace(/@+/, '');
  return text === bare ? text : (/^\[([CNPS])H?\]$/.exec(bare)?.[1] ?? bare);
}
