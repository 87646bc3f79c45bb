// The lab's engine and model, opened once for everything on the page: `(await opening).model`.
export { onProgress, opening } from '../app/early.js';
