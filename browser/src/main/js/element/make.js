// Makes elements; what a visitor reads goes in as text.

/** An element with attributes (`text` is its text, false leaves one out) and children. */
export function make(name, { text, ...attributes } = {}, ...children) {
  const element = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) {
    if (value !== false) element.setAttribute(attribute, value);
  }
  if (text !== undefined) element.textContent = text;
  element.append(...children);
  return element;
}
