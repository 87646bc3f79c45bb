/**
 * TensorFlow.js with its WebAssembly backend: operators by hand, or a stateful layers model and `predict`.
 * A classic worker, because that is what its bundles are made for.
 */
importScripts(
  '/peers/@tensorflow/tfjs/dist/tf.es2017.min.js',
  '/peers/@tensorflow/tfjs-backend-wasm/dist/tf-backend-wasm.es2017.min.js');

/** One for every stream, 0 for those that begin anew. */
const keeping = (streams, ended) => {
  const kept = new Float32Array(streams).fill(1);
  ended.forEach((stream) => { kept[stream] = 0; });
  return tf.tensor2d(kept, [streams, 1]);
};

/** The next state of a GRU; gates in the order r, z, n, the products with their biases. */
function nextState(given, recurrent, state) {
  const [givenR, givenZ, givenN] = tf.split(given, 3, 1);
  const [recurrentR, recurrentZ, recurrentN] = tf.split(recurrent, 3, 1);
  const reset = tf.sigmoid(tf.add(givenR, recurrentR));
  const update = tf.sigmoid(tf.add(givenZ, recurrentZ));
  const candidate = tf.tanh(tf.add(givenN, tf.mul(reset, recurrentN)));
  return tf.add(candidate, tf.mul(update, tf.sub(state, candidate)));
}

/** Written by hand on a folded table: as few operators as the network needs. */
function operators({ units, tensors: t }) {
  return (streams) => {
    let state = null;
    const replace = (next) => {
      state?.dispose();
      state = tf.keep(next);
    };
    return {
      clearAll: () => replace(tf.zeros([streams, units])),
      clear: (ended) => replace(tf.tidy(() => tf.mul(state, keeping(streams, ended)))),
      step: (tokens) => tf.tidy(() => {
        const given = tf.gather(t.table, tf.tensor1d(tokens, 'int32'));
        const recurrent = tf.fused.matMul({ a: state, b: t.hidden, bias: t.hiddenBias });
        replace(nextState(given, recurrent, state));
        return tf.fused.matMul({ a: state, b: t.output, bias: t.outputBias }).dataSync();
      }),
    };
  };
}

/** The cell that TensorFlow.js lacks: the reset gate after the product. */
class ResetAfterCell extends tf.layers.RNNCell {
  static className = 'ResetAfterCell';

  constructor({ units, inputs }) {
    super({});
    this.stateSize = units;
    this.sizes = { units, inputs };
  }

  build() {
    const { units, inputs } = this.sizes;
    const zeros = tf.initializers.zeros();
    const weight = (name, shape) => this.addWeight(name, shape, null, zeros);
    this.parts = [
      weight('input', [inputs, 3 * units]),
      weight('inputBias', [3 * units]),
      weight('hidden', [units, 3 * units]),
      weight('hiddenBias', [3 * units]),
    ];
    this.built = true;
  }

  call([given, state]) {
    return tf.tidy(() => {
      const [input, inputBias, hidden, hiddenBias] = this.parts.map((part) => part.read());
      const next = nextState(
        tf.add(tf.matMul(given, input), inputBias),
        tf.add(tf.matMul(state, hidden), hiddenBias),
        state);
      return [next, next];
    });
  }
}

/** A stateful layers model, one token a `predict`. */
function layers({ variant, units, inputs, vocabulary, tensors: t }) {
  const recurrent = () => (variant === 'built-in'
    ? tf.layers.gru({
      units,
      stateful: true,
      recurrentActivation: 'sigmoid',
      // The default takes minutes for 1024 units, and is overwritten.
      recurrentInitializer: 'zeros',
    })
    : tf.layers.rnn({ cell: new ResetAfterCell({ units, inputs }), stateful: true }));
  const recurrentWeights = variant === 'built-in'
    ? [t.kernelUpdateFirst, t.recurrentUpdateFirst, t.biasUpdateFirst]
    : [t.input, t.inputBias, t.hidden, t.hiddenBias];
  return (streams) => {
    const embedding = tf.layers.embedding({
      inputDim: vocabulary.size, outputDim: inputs, batchInputShape: [streams, 1],
    });
    const rnn = recurrent();
    const dense = tf.layers.dense({ units: vocabulary.size });
    const model = tf.sequential({ layers: [embedding, rnn, dense] });
    embedding.setWeights([t.embedding]);
    rnn.setWeights(recurrentWeights);
    dense.setWeights([t.output, t.outputBias]);
    return {
      clearAll: () => rnn.resetStates(),
      clear(ended) {
        if (ended.length === streams) {
          rnn.resetStates();
          return;
        }
        tf.tidy(() => {
          const [state] = rnn.getStates();
          rnn.resetStates([tf.keep(tf.mul(state, keeping(streams, ended)))]);
        });
      },
      step: (tokens) => tf.tidy(() => model
        .predict(tf.tensor2d(tokens, [streams, 1], 'int32'), { batchSize: streams })
        .dataSync()),
    };
  };
}

async function open(spec) {
  // TensorFlow.js takes at most half of the processors that it sees.
  Object.defineProperty(navigator, 'hardwareConcurrency', { value: 2 * spec.threads });
  tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', spec.threads > 1);
  tf.wasm.setWasmPaths('/peers/@tensorflow/tfjs-backend-wasm/dist/');
  tf.wasm.setThreadsCount(spec.threads);
  await tf.setBackend('wasm');
  await tf.ready();
  const floats = new Float32Array(await (await fetch(spec.weights)).arrayBuffer());
  let at = 0;
  const tensors = {};
  for (const { name, shape } of spec.tensors) {
    const size = shape.reduce((product, one) => product * one, 1);
    tensors[name] = tf.tensor(floats.slice(at, at + size), shape);
    at += size;
  }
  const memory = (spec.variant === 'operators' ? operators : layers)({ ...spec, tensors });
  const threads = spec.threads > 1 ? tf.wasm.getThreadsCount() : 1;
  return { says: `tfjs ${tf.version.tfjs}, backend ${tf.getBackend()}, threads: ${threads}`, memory };
}

// A message that came while the rest is still on its way would find no listener.
const contender = import('./contender.js');
onmessage = async (first) => {
  (await contender).serve(open);
  onmessage(first);
};
