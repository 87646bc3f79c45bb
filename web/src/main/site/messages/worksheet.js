// The printed worksheet's sentences in each language.
import { messages as en } from './en/worksheet.js';

export const worksheet = { en, de: () => import('./de/worksheet.js') };
