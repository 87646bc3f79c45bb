// What is said of networks and molecules that visitors bring, in each language.
import { messages as en } from './en/models.js';

export const models = { en, de: () => import('./de/models.js') };
