/** Molweave for the page. Types and descriptions: index.d.ts. */
export { loadModel } from './model.js';
export { chemistry } from './chemistry.js';
export { selfies } from './selfies.js';
export { MolweaveError } from './errors.js';
