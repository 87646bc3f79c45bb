// A file that is dragged over the page: where it may be let go, and what becomes of it then.
import { make } from './page.js';
import { say } from './say.js';

/** Shows the place while a file is over the page; `take(file)` gets the one that is let go. */
export function listenToDrops(take) {
  const place = make('div', { class: 'drop-place', hidden: true }, make('p', { text: say('models.drop') }));
  const hide = () => { place.hidden = true; };
  document.body.append(place);
  addEventListener('dragenter', (event) => {
    if (holdsFiles(event)) lift(place);
  });
  addEventListener('dragover', (event) => {
    if (!holdsFiles(event)) return;
    event.preventDefault(); // else the browser leaves the page for the file
    lift(place); // after Escape, too: some browsers go on dragging
  });
  addEventListener('dragleave', ({ relatedTarget }) => {
    if (relatedTarget === null) hide(); // out of the window, not into another element
  });
  addEventListener('dragend', hide);
  addEventListener('blur', hide);
  addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') hide();
  });
  addEventListener('drop', (event) => {
    hide();
    if (!holdsFiles(event)) return;
    event.preventDefault();
    const [file] = event.dataTransfer.files;
    if (file !== undefined) take(file);
  });
}

/** An open dialog lies above everything but its own content. */
function lift(place) {
  const above = document.querySelector('dialog[open]') ?? document.body;
  if (place.parentElement !== above) above.append(place);
  place.hidden = false;
}

function holdsFiles({ dataTransfer }) {
  return dataTransfer?.types.includes('Files') ?? false;
}
