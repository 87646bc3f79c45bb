/** Molweave: small recurrent language models of molecules, run in the page. */

/** What went wrong, in words; `id` is the anchor in docs/troubleshooting.md. */
export class MolweaveError extends Error {
  readonly name: 'MolweaveError';
  readonly id: string;
  /** What else is known: for `unknown-token` the token, its position and the nearest known ones. */
  readonly details: Record<string, unknown>;
}

export interface LoadOptions {
  /**
   * `js`: JavaScript, runs under `script-src 'self'`. `wasm`: WebAssembly GC, the same molecules, under
   * `script-src 'self' 'wasm-unsafe-eval'`. `auto` (default): `js`, smaller and,
   * with the SIMD kernel, as fast.
   */
  engine?: 'auto' | 'js' | 'wasm';
  /**
   * What the network runs in; the molecules are the same. `simd`: WebAssembly with SIMD, several times
   * as fast, under `script-src 'self' 'wasm-unsafe-eval'`. `scalar`: the engine itself. `auto`
   * (default): `simd` where it runs.
   */
  kernel?: 'auto' | 'simd' | 'scalar';
  /**
   * How many workers at most draw from this model, 1..64; by default as many as the processor has
   * cores, at most 8. All models of the page share their workers; each starts when there is enough
   * to draw. Molecules do not depend on it.
   */
  workers?: number;
  /**
   * For how many ms the model's download may bring nothing, a file of the engine may take, and a starting
   * worker may be silent, before it is given up; 1..3600000, 30000 by default.
   */
  patience?: number;
  /** Bytes so far; `total` is null where the server does not tell it. */
  onProgress?: (progress: { loaded: number; total: number | null }) => void;
  /** Stops the loading; the promise is rejected with the signal's reason. */
  signal?: AbortSignal;
}

/**
 * Loads a model: fetched once, read by a worker, and by others when they are needed.
 *
 * @param source an address, relative to the page, or the bytes of a `.safetensors` file (copied)
 * @throws MolweaveError when it cannot be fetched or is no model
 * @throws RangeError or TypeError when an option is out of range; the message names it
 */
export function loadModel(
  source: string | URL | ArrayBuffer | ArrayBufferView,
  options?: LoadOptions,
): Promise<Model>;

export interface DistributionOptions {
  /** 0 (always the likeliest token) or 0.01..1000; 1 (default) is the model as trained. */
  temperature?: number;
  /** Only the k likeliest tokens; 0..4096, 0 (default) for all. */
  topK?: number;
  /** Only the likeliest tokens that together reach p; above 0, at most 1 (default) for all. */
  topP?: number;
  /**
   * What is done about text that is no molecule. `reject` (default): the molecule is drawn again, so
   * that it follows the model's distribution given validity. `mask`: tokens that cannot lead to a
   * molecule within `maxLength` are not drawn. `off`: nothing, invalid text is kept.
   */
  validity?: 'reject' | 'mask' | 'off';
}

export interface SampleOptions extends DistributionOptions {
  /** How many molecules, 0..2^31; 1 by default. However many, few are in memory at a time. */
  count?: number;
  /**
   * The index of the first one, 0 by default: a later call can go on where one ended. Indices end at
   * 2^31-1.
   */
  first?: number;
  /** 0..2^53-1, 0 by default. The same seed, model and options give the same molecules. */
  seed?: number;
  /** How every molecule begins. */
  prefix?: string;
  /** Most tokens of a molecule, prefix included; 1..10000, 120 by default. */
  maxLength?: number;
  /** How often a molecule is drawn at most under `reject`; 1..10000, 100 by default. */
  attempts?: number;
  /** What `tokens` holds: nothing, the tokens (default), or their runners-up too. */
  steps?: 'none' | 'tokens' | 'runners-up';
  /**
   * How they come: in the order of their indices (default), which is always the same; or as they
   * finish, which is sooner and by chance.
   */
  order?: 'index' | 'finished';
  /**
   * For experiments: how many molecules a worker draws side by side, 1..1024, 16 by default; the
   * molecules do not depend on it. 1 where there is an `onToken`.
   */
  places?: number;
  /**
   * Hears the text of each molecule after every token, before the molecule is delivered; they are
   * then drawn one after the other, by one worker.
   */
  onToken?: (growing: { index: number; smiles: string }) => void;
  /** Stops every worker within one token; the iterator throws the signal's reason. */
  signal?: AbortSignal;
}

/** A token with the model's own log probability: nats, temperature 1, nothing cut away. */
export interface Token {
  readonly text: string;
  readonly id: number;
  readonly logProbability: number;
}

export interface DrawnToken extends Token {
  /** At most five others that were likely; empty unless `steps` is `runners-up`. */
  readonly runnersUp: readonly Token[];
  /** The model's own probability of all tokens that the mask refused here; 0 without `mask`. */
  readonly masked: number;
}

export interface Molecule {
  /** Which molecule of the seed. */
  readonly index: number;
  /** What the model wrote, in its own notation. */
  readonly text: string;
  /** The same in SMILES; empty when SELFIES text spells no molecule. */
  readonly smiles: string;
  /** Whether it is a molecule; always with `mask`, with `reject` unless every attempt failed. */
  readonly valid: boolean;
  /**
   * Why it is none, at which character (from 0), and a second one that belongs to it, such as where
   * a ring was opened, or -1; null for a molecule.
   */
  readonly reason: {
    readonly id: string;
    readonly message: string;
    readonly position: number;
    readonly related: number;
  } | null;
  /** How many invalid samples were thrown away before this one. */
  readonly redraws: number;
  /** Of all its tokens together, the end included: nats. */
  readonly logProbability: number;
  /** Why it ends: the model said so, or it reached its greatest length. */
  readonly stop: 'end' | 'length';
  /** Its tokens, prefix included; the END token is the last one when it was drawn. */
  readonly tokens: readonly DrawnToken[];
}

export interface Candidate extends Token {
  /** With which it would be drawn under the given options, 0..1. */
  readonly probability: number;
}

export interface Score {
  readonly text: string;
  /** Nats, END included. */
  readonly negativeLogLikelihood: number;
  /** The mean per token: nats. */
  readonly perToken: number;
  readonly tokens: readonly { text: string; id: number; negativeLogLikelihood: number }[];
}

/** What the network remembers while it reads a text. */
export interface States {
  /** What it read: START, then the tokens of the text. */
  readonly tokens: readonly string[];
  /** Per recurrent layer its outputs after each token, -1..1: that of `unit` after token `i` is `values[i * units + unit]`. */
  readonly layers: readonly { readonly units: number; readonly values: Float64Array }[];
}

/** A unit of a recurrent layer; both numbers from 0. */
export interface HiddenUnit {
  /** 0 by default, the layer that reads the tokens. */
  layer?: number;
  unit: number;
}

/** A text that is still being typed. */
export interface Typed {
  /** The whole tokens. */
  readonly tokens: readonly string[];
  /** What is left: the beginning of a token, as `[nH` or `%1`; or empty. */
  readonly pending: string;
  /** The whole tokens joined, fit to be the prefix of `sample`. */
  readonly prefix: string;
}

export interface Model {
  /** SHA-256 of the quantised model without its card, 64 hexadecimal digits. */
  readonly modelId: string;
  /** Equal versions draw equal molecules. */
  readonly numericVersion: number;
  readonly notation: 'smiles' | 'selfies';
  readonly architecture: {
    readonly cell: 'gru-reset-after' | 'gru-reset-before' | 'lstm';
    readonly vocabularySize: number;
    readonly embeddingSize: number;
    readonly hiddenSize: number;
    readonly layers: number;
  };
  /** All tokens in the order of their ids. */
  readonly vocabulary: readonly string[];
  /** The model card: text by field. Never markup: show it with textContent. */
  readonly card: Readonly<Record<string, string>>;
  /** What the network runs in. */
  readonly kernel: 'simd' | 'scalar';
  /** Why it is not `simd`; else empty. */
  readonly kernelReason: string;

  /**
   * Draws molecules. To be read once, with `for await`; leaving the loop early stops the drawing, and
   * so does reading slowly: at most 1024 are drawn beyond those read. Several may run at a time.
   *
   * @throws RangeError or TypeError at once when an option is out of range; the message names it.
   *   The iterator throws a MolweaveError with id `unknown-token` for a prefix that the model lacks.
   *   A worker that crashes is replaced and its molecules are drawn again; `engine-keeps-failing` when
   *   the same ones are lost four times.
   */
  sample(options?: SampleOptions): AsyncIterableIterator<Molecule>;
  /** Every token that may come after `prefix`, likeliest first. */
  next(
    prefix?: string,
    options?: DistributionOptions,
  ): Promise<{ readonly prefix: string; readonly candidates: readonly Candidate[] }>;
  /** How well the model expects a text. */
  score(smiles: string): Promise<Score>;
  /** The outputs of all hidden units along `prefix`; the same bits everywhere. */
  states(prefix?: string): Promise<States>;
  /**
   * The same network with these hidden units held at zero, besides those that already are: a model of its own, with an
   * id of its own, to be closed like any other. Nothing is fetched. Its `states` still tell what a clamped unit would
   * say; nothing listens to it.
   *
   * @throws RangeError or TypeError when there is no such unit; MolweaveError `model-closed`
   */
  clamped(units: readonly HiddenUnit[]): Promise<Model>;
  /** Splits a text that is still being typed; rejects when no further typing can make it known. */
  typed(smiles: string): Promise<Typed>;
  /**
   * Frees the model, and the workers that no other model needs; whatever is still open fails with id
   * `model-closed`.
   */
  close(): void;
}

/**
 * Colours: `auto` (default) for pages that may be light or dark, its lines in the colour of the text around them;
 * `light` and `dark` for one of the two; the two of high contrast for black on white and white on black.
 */
export type Palette = 'auto' | 'light' | 'dark' | 'high-contrast-light' | 'high-contrast-dark';

export interface FrameOptions {
  /** CSS pixels, 16..4096; 300 by default. */
  width?: number;
  /** CSS pixels, 16..4096; 200 by default. */
  height?: number;
  palette?: Palette;
  /**
   * A disc below each atom, as strong as its number from 0 to 1 says; null for none. Atoms in the order of the SMILES,
   * hydrogens written as `[H]` included, as in `tokenAtoms`. One for each atom, or `drawing-highlights`.
   */
  highlights?: ArrayLike<number | null>;
}

export interface DrawOptions extends FrameOptions {
  /** The accessible name; the SMILES by default. */
  title?: string;
}

export interface CanvasOptions extends FrameOptions {
  /** Canvas pixels to a pixel of the drawing, 0.1..16; for a canvas by default those of the screen, else 1. */
  scale?: number;
  /** Whether the ground of the palette is painted; for a canvas not by default, for a PNG it is. */
  ground?: 'clear' | 'painted';
}

/** A drawing to be painted: its frame in pixels, and commands in their order. drawing-canvas.js paints it. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  /** The ground that the palette is made for, `#rrggbb`. */
  readonly ground: string;
  /**
   * Kind, colour (`#rrggbb` or `currentColor`), opacity, and for
   * `line`: width, dash (0: none), x, y, x, y; `polygon`: x, y of each corner; `disc`: x, y, radius;
   * `label`: text, x of its middle, y of its baseline, font size, width.
   */
  readonly commands: readonly (readonly (string | number)[])[];
}

/** What a token of a SMILES speaks of. */
export interface TokenAtoms {
  readonly text: string;
  readonly kind: 'atom' | 'bond' | 'ring' | 'branch' | 'dot';
  /** An atom itself; the two of a bond; one or, where it closes, two of a ring; the one that a branch hangs on. */
  readonly atoms: readonly number[];
}

export interface SdfMolecule {
  smiles: string;
  /** The first line of its entry, any text. */
  name?: string;
  /** Facts by name: letters, digits, blanks and underscores, beginning with a letter. Values go on one line. */
  fields?: Record<string, string | number | boolean>;
}

/** What is computed of one molecule; defined, with sources, in the Java record MolecularProperties. */
export interface Properties {
  /** In Hill order, with the charge. */
  readonly formula: string;
  /** The average molecular weight in g/mol. */
  readonly weight: number;
  /** Octanol-water partition coefficient, logarithm to base 10, after Wildman and Crippen. */
  readonly logP: number;
  /** Topological polar surface area after Ertl (N and O only), square angstrom. */
  readonly polarSurface: number;
  /** Hydrogen-bond donors. */
  readonly donors: number;
  /** Hydrogen-bond acceptors. */
  readonly acceptors: number;
  /** Bonds that can turn, without amide-like ones. */
  readonly rotatableBonds: number;
  readonly rings: number;
  readonly aromaticRings: number;
  /** Atoms with four different corners, and those of them that the SMILES marks. */
  readonly stereocentres: number;
  readonly markedStereocentres: number;
  /** Share of the carbons with four neighbours, 0..1. */
  readonly fractionSp3: number;
  /** Quantitative estimate of drug-likeness after Bickerton and others, 0..1. */
  readonly qed: number;
  /**
   * How hard to make, 1 (easy)..10, on a scale of Molweave's own: never to be shown beside
   * published synthetic accessibility scores.
   */
  readonly saLike: number;
  /** How many limits of Lipinski's rule of five are passed, 0..4. */
  readonly lipinskiViolations: number;
}

/**
 * What a SMILES text means. Every method rejects with a MolweaveError (`smiles-ring-open`,
 * `smiles-valence`, ...) when the text is no molecule.
 */
export interface Chemistry {
  /**
   * A structural formula as SVG text: safe to inline, no styles, ids or scripts in it. Lines and labels can be
   * restyled by class (`mw-bonds`, `mw-wedges`, `mw-atom-N`, `mw-highlights`, ...).
   */
  draw(smiles: string, options?: DrawOptions): Promise<string>;
  /** The same drawing as commands for a canvas. */
  commands(smiles: string, options?: FrameOptions): Promise<Drawing>;
  /**
   * Paints the drawing: on a canvas, which is sized for it and cleared, or with a 2d context from its origin.
   * Under `auto` lines have the CSS colour of the canvas, or `foreground`.
   */
  paint(
    target: HTMLCanvasElement | OffscreenCanvas | CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D,
    smiles: string,
    options?: CanvasOptions & { foreground?: string },
  ): Promise<void>;
  /** A PNG file, `light` by default, painted without any blob or data address. */
  png(smiles: string, options?: CanvasOptions): Promise<Blob>;
  /** The colours of highlights from 0 to 1, for a legend: `steps` of them, 2..256, 5 by default. */
  highlightScale(
    options?: { palette?: Palette; steps?: number },
  ): Promise<readonly { readonly colour: string; readonly opacity: number }[]>;
  /** The tokens of the text and their atoms: to colour atoms by what is known of tokens. */
  tokenAtoms(smiles: string): Promise<readonly TokenAtoms[]>;
  /** A molfile with places, charges and wedges; `structure-file` when it cannot hold the molecule. */
  molfile(smiles: string, options?: { version?: 'V2000' | 'V3000'; name?: string }): Promise<string>;
  /** An SD file. An error's message and `details.index` say which molecule it is about. */
  sdf(
    molecules: Iterable<string | SdfMolecule>,
    options?: { version?: 'V2000' | 'V3000' },
  ): Promise<string>;
  /** One spelling per molecule; as a key prefer `idcode`. */
  canonical(smiles: string): Promise<{ readonly smiles: string; readonly idcode: string }>;
  /** In Hill order, with the charge: `C8H10N4O2`, `H4N+`. */
  formula(smiles: string): Promise<string>;
  /** The average molecular weight in g/mol. */
  weight(smiles: string): Promise<number>;
  /** What is computed of it, under a millisecond or two; the same bits as on the JVM. */
  properties(smiles: string): Promise<Properties>;
  /** A new, empty collection of different molecules. */
  collection(): Collection;
  /**
   * Opens the novelty filter of a training set: fetched when this is called, and not before.
   *
   * @param source an address, relative to the page, or the bytes of a `.novelty` file (copied)
   * @throws MolweaveError when it cannot be fetched or is no novelty file
   */
  novelty(source: string | URL | ArrayBuffer | ArrayBufferView): Promise<NoveltyFilter>;
  /** Ends the worker; `chemistry()` starts a new one. */
  close(): void;
}

/** Tells whether a molecule was in a training set, without the training set. */
export interface NoveltyFilter {
  /** Of the model that was trained on it, as `Model.modelId`; empty when the file names none. */
  readonly modelId: string;
  /** How many molecules it knows, stereoisomers counted once. */
  readonly molecules: number;
  /** How many molecules of the training set could not be read and are not in it. */
  readonly unreadable: number;
  /** The share of molecules outside the training set that it says `probably-in-it` of: 0..1. */
  readonly falseAlarmRate: number;
  /**
   * `not-in-training-set` is certain. `probably-in-it` is said of every molecule of the training set
   * however it is spelled, of its stereoisomers, and by mistake of a share `rate` of all others.
   */
  ask(smiles: string): Promise<{
    readonly verdict: 'not-in-training-set' | 'probably-in-it';
    readonly rate: number;
  }>;
  /** Lets go of it. */
  close(): Promise<void>;
}

/** Different molecules, numbered from 0 as they came. Two spellings of one molecule are one entry. */
export interface Collection {
  /** Adds a molecule unless it is there; rejects as the chemistry does for text that is none. */
  add(smiles: string): Promise<{ readonly number: number; readonly fresh: boolean }>;
  /**
   * The likest other molecule, the earliest of equals: Tanimoto coefficient of the surroundings of
   * all atoms out to two bonds, 0..1, blind to stereochemistry. Null when there is no other.
   */
  nearest(
    number: number,
  ): Promise<{ readonly number: number; readonly similarity: number } | null>;
  /** Lets go of its molecules. */
  forget(): Promise<void>;
}

export interface BundleOptions {
  /** For how many ms a file of the bundle may take; 1..3600000, 30000 by default. The first call's counts. */
  patience?: number;
}

/** The chemistry, one for the page; its bundle is loaded when this is first called. */
export function chemistry(options?: BundleOptions): Promise<Chemistry>;

export interface SelfiesOptions {
  /**
   * 1 as in the package selfies 1.0 for Python (`[Branch1_2]`), 2 as in 2.x (`[=Branch1]`), 2 by
   * default.
   */
  version?: 1 | 2;
}

/**
 * Translates between SMILES and SELFIES. Both methods reject with a MolweaveError
 * (`selfies-unknown-symbol`, `selfies-bad-smiles`, ...) whose `details.position` is the place in
 * the text, from 0.
 */
export interface Selfies {
  /** The SELFIES of a molecule. */
  encode(smiles: string, options?: SelfiesOptions): Promise<string>;
  /** The SMILES of a SELFIES text; every sequence of known symbols with an atom has one. */
  decode(selfies: string, options?: SelfiesOptions): Promise<string>;
  /** Frees its worker unless a model needs it; `selfies()` opens it again. */
  close(): void;
}

/** The translator, one for the page; it shares its worker with the models. */
export function selfies(options?: BundleOptions): Promise<Selfies>;
