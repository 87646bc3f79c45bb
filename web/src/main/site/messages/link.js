// What is said of links, in each language.
import { messages as en } from './en/link.js';

export const link = { en, de: () => import('./de/link.js') };
