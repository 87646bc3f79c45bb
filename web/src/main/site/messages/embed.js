// The sentences of the embed kit in each language.
import { messages as en } from './en/embed.js';

export const embed = { en, de: () => import('./de/embed.js') };
