// The front door's sentences in each language.
import { messages as en } from './en/page.js';

export const page = { en, de: () => import('./de/page.js') };
