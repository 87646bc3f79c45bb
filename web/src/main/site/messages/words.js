// The sentences that tell a structure in words, in each language.
import { messages as en } from './en/words.js';

export const words = { en, de: () => import('./de/words.js') };
