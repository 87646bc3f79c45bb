/** For pages with Molweave's frame.html in an iframe: keeps the iframe as tall as what it shows. Nothing to import. */
export {};
