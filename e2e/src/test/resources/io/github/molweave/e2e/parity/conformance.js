/** The hash of the first values of a portable function, from the compiled code of one engine. */
globalThis.conformanceHash = async (engine, name, count) => {
  if (engine === 'js') {
    return (await import('./conformance/conformance-js.js')).hash(name, count);
  }
  const { load } = await import('./conformance/conformance-wasm-runtime.js');
  const { exports } = await load(new URL('conformance/conformance-wasm.wasm', document.baseURI).href);
  return exports.hash(name, count);
};
