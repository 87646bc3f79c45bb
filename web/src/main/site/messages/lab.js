// The lab's sentences in each language.
import { messages as en } from './en/lab.js';

export const lab = { en, de: () => import('./de/lab.js') };
