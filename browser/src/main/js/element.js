// Registers <mol-weave>, unless another copy of this script has done so.
import { MolWeave } from './element/mol-weave.js';

if (customElements.get('mol-weave') === undefined) customElements.define('mol-weave', MolWeave);

export { MolWeave };
