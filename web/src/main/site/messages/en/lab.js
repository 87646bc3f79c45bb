// The sentences of the lab, by key. {name} is filled in by the caller.
export const messages = {
  'lab.title': 'The lab',
  'lab.tagline': 'How does a network come to write molecules? Six writers show it, with the same luck.',
  'lab.skip': 'Skip to the six writers',
  'lab.front': 'Front door: dream with the keyboard',
  'lab.story.title': 'Six ways to write a molecule',
  'lab.story.lead': 'A molecule can be written as a line of text, its SMILES. Here six writers choose such a text token by token. All throw the same dice: molecule 1 of one writer and molecule 1 of another differ only in how they weigh what comes next.',
  'lab.thinking.title': 'See it think',
};
