// What is said about use without a network, in each language.
import { messages as en } from './en/offline.js';

export const offline = { en, de: () => import('./de/offline.js') };
