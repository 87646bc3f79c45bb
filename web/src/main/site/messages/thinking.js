// The sentences of the look inside the network in each language.
import { messages as en } from './en/thinking.js';

export const thinking = { en, de: () => import('./de/thinking.js') };
