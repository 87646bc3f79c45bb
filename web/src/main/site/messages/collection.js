// The collection's sentences in each language.
import { messages as en } from './en/collection.js';

export const collection = { en, de: () => import('./de/collection.js') };
