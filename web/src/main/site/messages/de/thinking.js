// Die Sätze des Blicks ins Netz, nach Schlüssel. {name} füllt der Aufrufer aus.
export const messages = {
  'thinking.lead': 'Ein Molekül, Token für Token: was das Netz erwartet hat, was es sonst hätte wählen können und welche seiner Einheiten daran beteiligt waren.',
  'thinking.draw': 'Ziehen',
  'thinking.another': 'Andere Startzahl',
  'thinking.temperature.hint': 'Die Balken unten folgen sofort; das nächste Molekül oder die nächste Abzweigung wird bei dieser Temperatur gezogen.',
  'thinking.structure': 'Struktur von {smiles}',
  'thinking.likelihood': 'Log-Likelihood {nats} Nat',
  'thinking.token': 'Token {place}, {token}, {words}: {percent}, eine Überraschung von {bits} Bit',

  // Das Band
  'thinking.molecule.title': 'Wie überrascht war es?',
  'thinking.molecule.lead': 'Jedes Token und sein Atom in der Farbe seiner Überraschung: \u2212log\u2082 der Wahrscheinlichkeit, die das Netz ihm bei Temperatur 1 gab.',
  'thinking.tape': 'Token der Reihe nach: wählen Sie eines',
  'thinking.tape.hint': 'Je länger der Balken unter einem Token, desto weniger wurde es erwartet. Die Pfeiltasten gehen von Token zu Token; \u25a0 ist das Ende.',

  // Was sonst erwogen wurde
  'thinking.weighing.title': 'Was sonst hätte kommen können',
  'thinking.weighing.lead': 'Die Wahl beim gewählten Token, bei der Temperatur des Reglers. Nehmen Sie eines, um abzuzweigen: das Molekül geht dann von dort weiter.',
  'thinking.fork': 'Hier abzweigen mit {token}, {words}: {percent}',
  'thinking.fork.drawn': 'Hier abzweigen mit {token}, {words}, wie gezogen: {percent}',
  'thinking.drawn': '(gezogen)',
  'thinking.removed': 'Das Verbot der Sackgassen nahm hier {percent} von dem, was das Netz bei Temperatur 1 wählen würde (eine Wahrscheinlichkeit von {share}).',
  'thinking.removed.none': 'Das Verbot der Sackgassen nahm hier nichts weg.',
  'thinking.unmasked': 'Hier war nichts verboten: jedes Token konnte kommen.',

  // Der Baum
  'thinking.forks.title': 'Der Baum der Abzweigungen',
  'thinking.forks.lead': 'Jedes gezogene Molekül unter dem, von dem es abzweigt, mit demselben Glück. Er bleibt, bis Sie diesen Tab schließen.',
  'thinking.forks.root': '{n}: Startzahl {seed}, Temperatur {t}',
  'thinking.forks.fork': '{n}: Token {place} ist {token} statt {other}; Temperatur {t}',
  'thinking.forks.remove': '{n} und seine Abzweigungen entfernen',
  'thinking.forks.removed': '{count} Moleküle entfernt.',
  'thinking.forks.removed.one': 'Ein Molekül entfernt.',
  'thinking.forks.grown': 'Molekül {n}: {smiles}',
  'thinking.forks.full': 'Der Baum fasst {most} Moleküle. Entfernen Sie einige, um weiterzumachen.',

  // Dasselbe Glück
  'thinking.columns.title': 'Dasselbe Glück bei vier Temperaturen',
  'thinking.columns.lead': 'Die Startzahl oben gibt allen vieren dieselben Zufallszahlen. Nur die Temperatur ist verschieden; so sehen Sie genau das Token, bei dem der Wagemut den Ausschlag gibt.',
  'thinking.columns.temperature': 'Temperatur',
  'thinking.columns.first': 'Das erste: links davon steht nichts.',
  'thinking.columns.same': 'Dasselbe wie links daneben.',
  'thinking.columns.parts': 'Trennt sich von links bei Token {place}: {token} statt {other}.',
  'thinking.columns.ended': 'Trennt sich von links bei Token {place}: eines der beiden ist zu Ende.',

  // Die Einheiten
  'thinking.units.title': 'Was seine Einheiten sagen',
  'thinking.units.lead': 'Jede Zeile ist eine verborgene Einheit, jede Spalte ein Token: was die Einheit sagt, nachdem sie es gelesen hat, von \u22121 bis 1. Klicken Sie auf eine Zelle oder nehmen Sie die beiden Regler.',
  'thinking.units.layer': 'Schicht',
  'thinking.units.layer.one': 'Schicht {n}',
  'thinking.units.order': 'Ordnung der Zeilen',
  'thinking.units.order.variance': 'die lebhaftesten zuerst',
  'thinking.units.order.number': 'nach Nummer',
  'thinking.units.count': 'Zeilen',
  'thinking.units.all': 'alle {n}',
  'thinking.units.legend': 'Farben von \u22121 über 0 bis 1:',
  'thinking.units.map': 'Wärmekarte der Einheiten; die Tabelle unten sagt dasselbe von einer Einheit',
  'thinking.units.row': 'Einheit, von oben nach unten',
  'thinking.units.step': 'Token',
  'thinking.units.unit': 'Einheit {unit}, Zeile {rank}',
  'thinking.units.said': 'Einheit {unit} nach Token {place} ({token}): {value}',
  'thinking.units.start': 'Anfang',
  'thinking.units.table': 'Die gewählte Einheit als Tabelle',
  'thinking.units.caption': 'Einheit {unit} entlang des Moleküls',
  'thinking.units.place': 'Stelle',
  'thinking.units.token': 'Token',
  'thinking.units.value': 'Wert',

  // Festhalten und noch einmal ziehen
  'thinking.clamp': 'Einheit {unit} auf null halten und noch einmal ziehen',
  'thinking.clamp.release': 'Alle Einheiten wieder sprechen lassen',
  'thinking.clamp.done': 'Auf null gehalten: {units}. Alles andere blieb gleich.',
  'thinking.clamp.original': 'Wie es war',
  'thinking.clamp.silenced': 'Ohne {units}',
  'thinking.clamp.same': 'Das Molekül ist dasselbe: bei diesem kam es nicht darauf an. Halten Sie noch eine Einheit fest.',
  'thinking.clamp.parts': 'Das Molekül trennt sich bei Token {place}: {token} statt {other}.',
  'thinking.clamp.ended': 'Das Molekül trennt sich bei Token {place}: eines der beiden ist zu Ende.',
};
