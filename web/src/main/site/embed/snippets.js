// What a teacher pastes, for each host.

/** The hosts in the order in which they are offered. */
export const HOSTS = ['html', 'iframe', 'sphinx', 'jupyterbook', 'myst', 'moodle', 'canvas', 'h5p', 'reveal', 'observable'];

const SIGNS = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const HEIGHT = 680; // CSS pixels, for hosts that never hear how tall the frame is

/**
 * @param {string} host of HOSTS
 * @param {{ attributes: Record<string, string>, link: string, base: string, fallback: string, title: string,
 *   theme: string }} given
 *   `base` is where this site lies, with a slash at its end; `link` the same settings from "#" on
 * @returns {string}
 */
export function snippetOf(host, given) {
  return WRITERS[host](given);
}

const WRITERS = {
  html: plain,
  iframe: (given) => `${frame(given)}\n${script(`${given.base}molweave/embed-parent.js`)}`,
  sphinx: (given) => `.. raw:: html\n\n${indented(plain(given))}`,
  jupyterbook: (given) => `\`\`\`{raw} html\n${plain(given)}\n\`\`\``,
  myst: ({ attributes, base }) => `:::{anywidget} ${base}molweave/anywidget.js\n${JSON.stringify({ molweave: `${base}molweave/`, ...attributes }, null, 2)}\n:::`,
  moodle: (given) => frame(given),
  canvas: (given) => frame(given, 'canvas'),
  h5p: (given) => frame(given, 'h5p'),
  reveal: (given) => `<section>\n${indented(plain(given))}\n</section>`,
  observable: ({ attributes, base }) => `import(${JSON.stringify(`${base}molweave/element.js`)}).then(() => {
  const element = document.createElement("mol-weave");
  for (const [name, value] of Object.entries(${JSON.stringify(attributes)})) element.setAttribute(name, value);
  return element;
})`,
};

function plain({ attributes, base, fallback }) {
  const given = Object.entries(attributes).map(([name, value]) => ` ${name}=${quoted(value)}`).join('');
  return `${script(`${base}molweave/element.js`)}\n<mol-weave${given}>${escaped(fallback)}</mol-weave>`;
}

function frame({ base, link, title, theme }, host) {
  const asked = new URLSearchParams({ ...(host && { host }), ...(theme !== 'auto' && { theme }) }).toString();
  const address = `${base}frame.html${asked === '' ? '' : `?${asked}`}${link}`;
  return `<iframe src=${quoted(address)} title=${quoted(title)} width="100%" height="${HEIGHT}" loading="lazy"></iframe>`;
}

function script(address) {
  return `<script type="module" src=${quoted(address)}></script>`;
}

function quoted(text) {
  return `"${escaped(text)}"`;
}

function indented(lines) {
  return lines.split('\n').map((line) => `   ${line}`).join('\n');
}

function escaped(text) {
  return text.replace(/[&<>"]/g, (sign) => SIGNS[sign]);
}
