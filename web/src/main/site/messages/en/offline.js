// Use without a network, and new versions.
export const messages = {
  'offline.kept': 'This page is kept on your device and works without a network too.',
  'offline.refused': 'This browser could not keep the page for use without a network: its storage is full or switched off, or the files on the server are not all of one version. Everything else works.',
  'offline.new': 'There is a new version of this page. To use it the page is loaded again.',
  'offline.use': 'Use the new version',
  'offline.changed': 'This page now runs in a new version, chosen in another tab. Load it again so that everything fits together.',
  'offline.reload': 'Load again',
  'offline.later': 'Later',
};
