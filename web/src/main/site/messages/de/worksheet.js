// Die Seite auf Papier.
export const messages = {
  'worksheet.name': 'Name und Datum:',
  'worksheet.molecule': 'Das Molekül als SMILES',
  'worksheet.model': 'Netz',
  'worksheet.seed': 'Startzahl',
  'worksheet.temperature': 'Temperatur',
  'worksheet.prefix': 'Es beginnt mit',
  'worksheet.none': 'nichts vorgegeben',
  'worksheet.validity': 'Was herauskommen darf',
  'worksheet.link': 'Um es noch einmal wachsen zu sehen, öffnen Sie',
  'worksheet.see': 'Was sehen Sie? Benennen Sie Ringe, Bindungen und Atome.',
  'worksheet.why': 'Könnte es dieses Molekül geben? Was spricht dafür, was dagegen?',
  'worksheet.change': 'Ändern Sie die Temperatur und behalten Sie den Startzahl. Was bleibt, was ändert sich?',
};
