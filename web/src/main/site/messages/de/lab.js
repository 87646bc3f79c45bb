// Die Sätze des Labors, nach Schlüssel. {name} füllt der Aufrufer aus.
export const messages = {
  'lab.title': 'Das Labor',
  'lab.tagline': 'Wie kommt ein Netz dazu, Moleküle zu schreiben? Sechs Schreiber zeigen es, mit demselben Glück.',
  'lab.skip': 'Zu den sechs Schreibern springen',
  'lab.front': 'Eingang: mit der Tastatur träumen',
  'lab.story.title': 'Sechs Arten, ein Molekül zu schreiben',
  'lab.story.lead': 'Ein Molekül lässt sich als eine Zeile Text schreiben, als SMILES. Hier wählen sechs Schreiber einen solchen Text, Token für Token. Alle werfen dieselben Würfel: Molekül 1 des einen und Molekül 1 des anderen unterscheiden sich nur darin, wie sie gewichten, was als Nächstes kommt.',
  'lab.thinking.title': 'Dem Netz beim Denken zusehen',
};
