// The six writers of the story, from pure luck to a network that is kept from dead ends.

/**
 * Each with an `id`, which is the key of its words too, the name of its model ('' for the page's own),
 * a temperature, and what is done about text that is no molecule.
 */
export const WRITERS = [
  { id: 'uniform', model: 'uniform', temperature: 1, validity: 'off' },
  { id: 'frequency', model: 'frequency', temperature: 1, validity: 'off' },
  { id: 'cool', model: '', temperature: 0.5, validity: 'off' },
  { id: 'learned', model: '', temperature: 1, validity: 'off' },
  { id: 'hot', model: '', temperature: 100, validity: 'off' },
  { id: 'masked', model: '', temperature: 1, validity: 'mask' },
];
