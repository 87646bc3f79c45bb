/** `<mol-weave>`: a small network that writes molecules, anywhere in a page. */
import type { Molecule } from './index.js';

/** What the attributes say, bad ones as they are taken. */
export interface Settings {
  model: string;
  seed: number;
  temperature: number;
  topP: number;
  prefix: string;
  count: number;
  validity: 'reject' | 'mask' | 'off';
  controls: string;
  theme: 'auto' | 'light' | 'dark';
}

/** The model is there. */
export interface ReadyDetail {
  modelId: string;
  numericVersion: number;
  card: Readonly<Record<string, string>>;
}

/** A token is shown; only in dreams of at most 20 molecules. */
export interface TokenDetail {
  /** Of the molecule, from 0. */
  index: number;
  /** Of the token, from 0. */
  place: number;
  token: string;
  /** All that is written so far, in the model's notation. */
  text: string;
  /** The model's own: nats, temperature 1. */
  logProbability: number;
}

/** A molecule is finished. */
export interface MoleculeDetail extends Molecule {
  settings: Pick<Settings, 'seed' | 'temperature' | 'topP' | 'prefix' | 'validity'>;
}

/** The visitor has changed a setting; never sent for changes by script or markup. */
export interface SettingsChangeDetail {
  name: keyof Settings;
  value: string | number;
  settings: Settings;
}

/** Something cannot be; `id` is the anchor in docs/troubleshooting.md. */
export interface ProblemDetail {
  id: string;
  message: string;
  /** For `element-attribute`: which one, and its text. */
  attribute?: string;
  value?: string;
}

export interface MolWeaveEvents {
  ready: CustomEvent<ReadyDetail>;
  token: CustomEvent<TokenDetail>;
  molecule: CustomEvent<MoleculeDetail>;
  settingschange: CustomEvent<SettingsChangeDetail>;
  problem: CustomEvent<ProblemDetail>;
}

/**
 * The element. It loads when it comes near the window and then draws `count` molecules. Properties mirror attributes;
 * a change in mid-run begins again with the first molecule. All of a page share one engine and each model's download.
 */
export class MolWeave extends HTMLElement implements Settings {
  /** The name of a model in the folder `models` beside the script's, or an address; `zinc` by default. */
  model: string;
  /** 0..2^53-1, 0 by default. */
  seed: number;
  /** 0 (always the likeliest token) or 0.01..1000; 1 by default. */
  temperature: number;
  /** Above 0, at most 1 (default). */
  topP: number;
  /** How every molecule begins, at most 400 characters. */
  prefix: string;
  /** Molecules of a dream, 1..1000; 1 by default. */
  count: number;
  /** `reject` by default. */
  validity: 'reject' | 'mask' | 'off';
  /**
   * Which fields a visitor sees: `temperature`, `top-p`, `prefix`, `validity`, `count`, `seed`, in any order, between
   * blanks or commas; `all`; `dream` for the buttons alone; `none`. `temperature seed` by default.
   */
  controls: string;
  /** `auto` (default): as the page. */
  theme: 'auto' | 'light' | 'dark';
  readonly settings: Settings;
  /**
   * Draws the next `count` molecules of the seed; resolves when they are there, when it was stopped or could not go on.
   */
  dream(): Promise<void>;
  /** Stops within a token. */
  stop(): void;

  addEventListener<K extends keyof MolWeaveEvents>(
    type: K,
    listener: (this: MolWeave, event: MolWeaveEvents[K]) => void,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
}

declare global {
  interface HTMLElementTagNameMap {
    'mol-weave': MolWeave;
  }
}
