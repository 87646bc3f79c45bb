// What is done about text that is no molecule: the visitor's choice, and whether a beginning allows it.
import { at } from './page.js';
import { say } from './say.js';
import { choose, chosen } from './state.js';

/** The ways: draw again, forbid dead ends, keep everything. */
const WAYS = ['reject', 'mask', 'off'];

let canForbid = false;

/** Starts listening; a model that cannot tell dead ends loses that way. */
export async function listenToValidity(model) {
  for (const way of WAYS) {
    at(`validity-${way}`).addEventListener('change', () => choose({ validity: way }));
  }
  await judgeMask(model);
}

/** Offers to forbid dead ends where this model can tell them. */
export async function judgeMask(model) {
  canForbid = await model.next('', { validity: 'mask' }).then(() => true, (error) => {
    if (error.name === 'MolweaveError') return false;
    throw error;
  });
  at('validity-mask').disabled = !canForbid;
  at('validity-mask-hint').textContent = say(canForbid ? 'validity.mask.hint' : 'validity.mask.cannot');
  if (!canForbid && chosen().validity === 'mask') choose({ validity: 'reject' });
}

/** Shows the chosen way. */
export function showValidity() {
  at(`validity-${chosen().validity}`).checked = true;
}

/** Why no molecule can begin with `prefix`, in words; empty when one can, or need not. */
export async function deadEnd(model, prefix) {
  const { validity } = chosen();
  if (validity === 'off' || prefix === '' || !canForbid) return '';
  try {
    await model.next(prefix, { validity: 'mask' });
    return '';
  } catch (error) {
    if (error.name !== 'MolweaveError' || error.id === 'unknown-token') throw error;
    return error.message;
  }
}
