/** ONNX Runtime Web with one of the step graphs. */
import * as ort from '/peers/onnxruntime-web/dist/ort.wasm.min.mjs';
import { serve } from './contender.js';

serve(async ({ variant, threads, units }) => {
  ort.env.wasm.wasmPaths = '/peers/onnxruntime-web/dist/';
  ort.env.wasm.numThreads = threads;
  const session = await ort.InferenceSession.create(
    `/data/${variant}.onnx`, { executionProviders: ['wasm'], graphOptimizationLevel: 'all' });
  const shape = (...sizes) => (variant === 'operator' ? [1, ...sizes] : sizes);
  return {
    says: `onnxruntime-web ${ort.env.versions.web}, threads: ${ort.env.wasm.numThreads}`,
    memory(streams) {
      let state;
      return {
        clearAll() {
          state = new ort.Tensor('float32', new Float32Array(streams * units), shape(streams, units));
        },
        clear(ended) {
          for (const stream of ended) {
            state.data.fill(0, stream * units, (stream + 1) * units);
          }
        },
        async step(tokens) {
          const { logits, next } = await session.run(
            { tokens: new ort.Tensor('int32', tokens, shape(streams)), state });
          state = next;
          return logits.data;
        },
      };
    },
  };
});
