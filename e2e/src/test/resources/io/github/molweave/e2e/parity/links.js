import { readLink, writeLink } from './link.js';

const ascii = (text) => text.replace(/[^ -~]/g, (letter) => `<${letter.charCodeAt(0)}>`);

/**
 * Reads links, each given by its characters' codes: written again, and the problems, as in links.tsv.
 * What is not ASCII is told by its codes: drivers cannot pass on half a character.
 */
globalThis.readLinks = async (links) => links.map((codes) => {
  const { settings, problems } = readLink(String.fromCharCode(...codes));
  return [
    writeLink(settings),
    ascii(problems.map(({ id, key, value }) => `${id} ${key}=${value}`).join('|')),
  ];
});
