// Cards as text files: SMILES, comma-separated values, an SD file's fields. Each names its origin.
const COLUMNS = ['smiles', 'formula', 'valid', 'reason', 'weight', 'logp', 'qed', 'log_likelihood', 'novelty', 'times',
  'seed', 'index', 'temperature', 'validity', 'prefix', 'model_id', 'numeric_version', 'model_card'];
const FORMULA = /^[=+\-@\t\r\n]/; // what a spreadsheet would compute
const NUMBER = /^-?\d+(\.\d+)?(e[+-]?\d+)?$/;

/** What is known of a card's molecule and where it came from, by the names of the columns. */
export function factsOf(card, model) {
  const { smiles, valid, reason, facts, logP, qed, logProbability, membership, times, index, settings } = card;
  return {
    smiles,
    formula: facts?.formula ?? '',
    valid: valid ? 'yes' : 'no',
    reason: reason?.message ?? '',
    weight: facts?.weight ?? '',
    logp: logP ?? '',
    qed: qed ?? '',
    log_likelihood: logProbability ?? '',
    novelty: membership ?? '',
    times,
    seed: settings.seed,
    index: index ?? '',
    temperature: settings.temperature,
    validity: settings.validity,
    prefix: settings.prefix,
    model_id: settings.modelId ?? '',
    numeric_version: model?.numericVersion ?? '',
  };
}

/** The origin of some cards: each model with its card, and the settings of each dream. */
export function originOf(cards, modelOf) {
  const dreams = new Map(cards.map(({ settings }) => [JSON.stringify(settings), settings]));
  const models = new Map(cards.map(({ settings }) => [settings.modelId, modelOf(settings.modelId)]));
  return { program: 'Molweave', molecules: cards.length, dreams: [...dreams.values()], models: [...models.values()].filter((model) => model) };
}

/** Lines of SMILES and a name; the origin stands above in lines that begin with #. */
export function smiLines(cards, modelOf) {
  const head = JSON.stringify(originOf(cards, modelOf)).replace(/(.{1,2000})/g, '# $1\n');
  return [head, ...cards.filter(({ valid }) => valid).map(({ smiles, settings, index }) => `${smiles} seed${settings.seed}-${index ?? 0}\n`)];
}

/** RFC 4180, a header row, CR LF. A model's card stands in the first of its rows only. */
export function csvLines(cards, modelOf) {
  const told = new Set();
  return [line(COLUMNS), ...cards.map((card) => {
    const id = card.settings.modelId;
    const model = modelOf(id);
    const facts = { ...factsOf(card, model), model_card: told.has(id) ? '' : JSON.stringify(model?.card ?? {}) };
    told.add(id);
    return line(COLUMNS.map((name) => facts[name]));
  })];
}

/** The entry of an SD file: a card's facts as fields; the model's card too when it is `first`. */
export function sdEntry(card, model, first) {
  const { smiles, ...facts } = factsOf(card, model);
  const fields = Object.entries({ ...facts, model_card: first ? JSON.stringify(model?.card ?? {}) : '' })
    .filter(([, value]) => value !== '');
  return { smiles, name: smiles.slice(0, 80), fields: Object.fromEntries([['smiles', smiles], ...fields]) };
}

function line(cells) {
  return `${cells.map(cell).join(',')}\r\n`;
}

/** A cell that a spreadsheet would take for a formula gets an apostrophe before it; numbers are left alone. */
function cell(value) {
  const text = String(value);
  const safe = FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
