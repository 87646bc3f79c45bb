// The fixed elements of the page, by id, and a short way to make new ones.

/** The element with this id; the page's own HTML has it. */
export function at(id) {
  return document.getElementById(id);
}

/** A new element with properties (`class`, `text`, `data-*`, `aria-*` and DOM properties) and children. */
export function make(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name === 'class') element.className = value;
    else if (name === 'text') element.textContent = value;
    else if (name.includes('-')) element.setAttribute(name, value);
    else element[name] = value;
  }
  element.append(...children);
  return element;
}
