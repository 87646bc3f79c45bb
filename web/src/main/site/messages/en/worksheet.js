// The page on paper.
export const messages = {
  'worksheet.name': 'Name and date:',
  'worksheet.molecule': 'The molecule, as SMILES',
  'worksheet.model': 'Network',
  'worksheet.seed': 'Seed',
  'worksheet.temperature': 'Temperature',
  'worksheet.prefix': 'It begins with',
  'worksheet.none': 'nothing given',
  'worksheet.validity': 'What may come out',
  'worksheet.link': 'To see it grow again, open',
  'worksheet.see': 'What do you see? Name rings, bonds and atoms.',
  'worksheet.why': 'Could this molecule exist? What speaks for it, what against it?',
  'worksheet.change': 'Change the temperature and keep the seed. What stays, what changes?',
};
