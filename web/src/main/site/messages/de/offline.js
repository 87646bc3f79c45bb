// Gebrauch ohne Netz, und neue Fassungen.
export const messages = {
  'offline.kept': 'Diese Seite liegt jetzt auf Ihrem Gerät und arbeitet auch ohne Netz.',
  'offline.refused': 'Dieser Browser konnte die Seite nicht für den Gebrauch ohne Netz aufheben: Sein Speicher ist voll oder abgeschaltet, oder die Dateien auf dem Server gehören nicht alle zur selben Fassung. Alles andere arbeitet wie sonst.',
  'offline.new': 'Es gibt eine neue Fassung dieser Seite. Um sie zu benutzen, wird die Seite neu geladen.',
  'offline.use': 'Neue Fassung benutzen',
  'offline.changed': 'Diese Seite läuft jetzt in einer neuen Fassung, die in einem anderen Tab gewählt wurde. Laden Sie sie neu, damit alles zusammenpasst.',
  'offline.reload': 'Neu laden',
  'offline.later': 'Später',
};
