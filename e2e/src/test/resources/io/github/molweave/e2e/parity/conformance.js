/** What the compiled code of one engine makes of the cases of Conformance and its neighbours. */
async function conformance(engine) {
  if (engine === 'js') {
    return import('./conformance/conformance-js.js');
  }
  const { load } = await import('./conformance/conformance-wasm-runtime.js');
  return (await load(new URL('conformance/conformance-wasm.wasm', document.baseURI).href)).exports;
}

async function kernel() {
  const answer = await fetch(new URL('conformance/kernel.wasm', document.baseURI));
  return WebAssembly.compile(await answer.arrayBuffer());
}

/** The hash of the first values of a portable function. */
globalThis.conformanceHash = async (engine, name, count) =>
  (await conformance(engine)).hash(name, count);

/** The same for the functions inside the SIMD kernel. */
globalThis.simdHash = async (engine, name, count) => {
  const { exports } = new WebAssembly.Instance(await kernel());
  return (await conformance(engine)).simdHash(name, count, exports);
};

/** The hashes of the first networks, run by the SIMD kernel. */
globalThis.networkHashes = async (engine, count) => {
  const door = await conformance(engine);
  const module = await kernel();
  return Array.from({ length: count }, (_, number) =>
    door.networkHash(number, new WebAssembly.Instance(module).exports));
};
