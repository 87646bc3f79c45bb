// The sentences of the look inside the network, by key. {name} is filled in by the caller.
export const messages = {
  'thinking.lead': 'One molecule, token by token: what the network expected, what else it could have chosen, and which of its units had a hand in it.',
  'thinking.draw': 'Draw it',
  'thinking.another': 'Another seed',
  'thinking.temperature.hint': 'The bars below follow at once; the next molecule or fork is drawn at this temperature.',
  'thinking.structure': 'Structure of {smiles}',
  'thinking.likelihood': 'log-likelihood {nats} nats',
  'thinking.token': 'Token {place}, {token}, {words}: {percent}, a surprise of {bits} bits',

  // The tape
  'thinking.molecule.title': 'How surprised was it?',
  'thinking.molecule.lead': 'Each token and its atom in the colour of its surprise: \u2212log\u2082 of the probability that the network gave it at temperature 1.',
  'thinking.tape': 'Tokens in order: choose one',
  'thinking.tape.hint': 'The longer the bar below a token, the less it was expected. The arrow keys go from token to token; \u25a0 is the end.',

  // What else was weighed
  'thinking.weighing.title': 'What else could have come',
  'thinking.weighing.lead': 'The choices at the chosen token, at the temperature of the slider. Pick one to fork: the molecule then goes on from there.',
  'thinking.fork': 'Fork here with {token}, {words}: {percent}',
  'thinking.fork.drawn': 'Fork here with {token}, {words}, as it was drawn: {percent}',
  'thinking.drawn': '(drawn)',
  'thinking.removed': 'Forbidding dead ends took away {percent} of what the network would choose here at temperature 1 (a probability of {share}).',
  'thinking.removed.none': 'Forbidding dead ends took nothing away here.',
  'thinking.unmasked': 'Nothing was forbidden here: every token could come.',

  // The tree
  'thinking.forks.title': 'The tree of forks',
  'thinking.forks.lead': 'Every molecule drawn, each below the one that it was forked from, with the same luck. It is kept until this tab is closed.',
  'thinking.forks.root': '{n}: seed {seed}, temperature {t}',
  'thinking.forks.fork': '{n}: token {place} is {token}, not {other}; temperature {t}',
  'thinking.forks.remove': 'Remove {n} and its forks',
  'thinking.forks.removed': '{count} molecules removed.',
  'thinking.forks.removed.one': 'One molecule removed.',
  'thinking.forks.grown': 'Molecule {n}: {smiles}',
  'thinking.forks.full': 'The tree holds {most} molecules. Remove some to go on.',

  // The same luck
  'thinking.columns.title': 'The same luck at four temperatures',
  'thinking.columns.lead': 'The seed above gives all four the same random numbers. Only the temperature differs, so you see the very token where boldness begins to matter.',
  'thinking.columns.temperature': 'Temperature',
  'thinking.columns.first': 'The first: there is nothing to its left.',
  'thinking.columns.same': 'The same as its left neighbour.',
  'thinking.columns.parts': 'Parts from its left neighbour at token {place}: {token}, not {other}.',
  'thinking.columns.ended': 'Parts from its left neighbour at token {place}: one of them has ended.',

  // The units
  'thinking.units.title': 'What its units say',
  'thinking.units.lead': 'Each row is a hidden unit, each column a token: what the unit says after reading it, from \u22121 to 1. Click a cell, or use the two sliders.',
  'thinking.units.layer': 'Layer',
  'thinking.units.layer.one': 'Layer {n}',
  'thinking.units.order': 'Order of the rows',
  'thinking.units.order.variance': 'liveliest first',
  'thinking.units.order.number': 'by number',
  'thinking.units.count': 'Rows',
  'thinking.units.all': 'all {n}',
  'thinking.units.legend': 'Colours from \u22121 over 0 to 1:',
  'thinking.units.map': 'Heat map of the units; the table below says the same of one unit',
  'thinking.units.row': 'Unit, from top to bottom',
  'thinking.units.step': 'Token',
  'thinking.units.unit': 'Unit {unit}, row {rank}',
  'thinking.units.said': 'Unit {unit} after token {place} ({token}): {value}',
  'thinking.units.start': 'start',
  'thinking.units.table': 'The chosen unit as a table',
  'thinking.units.caption': 'Unit {unit} along the molecule',
  'thinking.units.place': 'Place',
  'thinking.units.token': 'Token',
  'thinking.units.value': 'Value',

  // Clamp and replay
  'thinking.clamp': 'Hold unit {unit} at zero and draw again',
  'thinking.clamp.release': 'Let all units speak again',
  'thinking.clamp.done': 'Held at zero: {units}. Everything else was the same.',
  'thinking.clamp.original': 'As it was',
  'thinking.clamp.silenced': 'Without {units}',
  'thinking.clamp.same': 'The molecule is the same: for this one it did not matter. Hold another unit as well.',
  'thinking.clamp.parts': 'The molecule parts at token {place}: {token}, not {other}.',
  'thinking.clamp.ended': 'The molecule parts at token {place}: one of the two has ended.',
};
