// What a training step does between the products of cuBLAS and the layers of cuDNN. Compiled at run time by
// NVRTC, which has no headers: nothing is included. Each thread does one element and shares nothing with
// another, so results do not depend on the card. Every argument is 8 bytes: a pointer, a long long or a
// double. Where a buffer may be float or bfloat16, `narrow` says which: 0 or 1.

typedef long long big;
typedef unsigned int word;
typedef unsigned short half_word;

__device__ static float wide_of(half_word bits) {
  union { word bits; float value; } u;
  u.bits = (word)bits << 16;
  return u.value;
}

// To the nearest bfloat16, ties to even; what is no number stays none.
__device__ static half_word narrow_of(float value) {
  union { float value; word bits; } u;
  u.value = value;
  if (value != value) return 0x7fc0;
  return (half_word)((u.bits + 0x7fffu + ((u.bits >> 16) & 1u)) >> 16);
}

__device__ static float load(const void* from, big i, big narrow) {
  return narrow ? wide_of(((const half_word*)from)[i]) : ((const float*)from)[i];
}

__device__ static void store(void* to, big i, float value, big narrow) {
  if (narrow) ((half_word*)to)[i] = narrow_of(value);
  else ((float*)to)[i] = value;
}

__device__ static big here() { return (big)blockIdx.x * blockDim.x + threadIdx.x; }

// out[i] = value, count elements.
extern "C" __global__ void fill(void* out, big count, double value, big narrow) {
  big i = here();
  if (i < count) store(out, i, (float)value, narrow);
}

// out[i] = in[i] as bfloat16.
extern "C" __global__ void narrow_all(const float* in, half_word* out, big count) {
  big i = here();
  if (i < count) out[i] = narrow_of(in[i]);
}

// out[i] = in[i] as float.
extern "C" __global__ void widen_all(const half_word* in, float* out, big count) {
  big i = here();
  if (i < count) out[i] = wide_of(in[i]);
}

// out[n, e] = embedding[tokens[n], e]; rows * columns threads.
extern "C" __global__ void embed(
    const int* tokens, const float* embedding, void* out, big rows, big columns, big narrow) {
  big i = here();
  if (i >= rows * columns) return;
  big n = i / columns;
  store(out, i, embedding[tokens[n] * columns + (i - n * columns)], narrow);
}

// out[v, n] = tokens[n] == v, a row of `stride` elements for each token; vocabulary * rows threads.
extern "C" __global__ void one_hot(
    const int* tokens, void* out, big rows, big vocabulary, big stride, big narrow) {
  big i = here();
  if (i >= rows * vocabulary) return;
  big v = i / rows;
  big n = i - v * rows;
  store(out, v * stride + n, tokens[n] == v ? 1.0f : 0.0f, narrow);
}

// Column n of logits [padded, stride] and the bias: nll[n] of targets[n], and, unless slopes is null, the
// gradient of scale * nll in slopes [padded, stride], 0 past the vocabulary. One thread a column.
extern "C" __global__ void softmax_cross_entropy(
    const float* logits, const float* bias, const int* targets, void* slopes, float* nll, big rows,
    big vocabulary, big padded, big stride, double scale, big narrow) {
  big n = here();
  if (n >= rows) return;
  float most = logits[n] + bias[0];
  for (big v = 1; v < vocabulary; v++) most = fmaxf(most, logits[v * stride + n] + bias[v]);
  float sum = 0.0f;
  for (big v = 0; v < vocabulary; v++) sum += expf(logits[v * stride + n] + bias[v] - most);
  int target = targets[n];
  nll[n] = logf(sum) - (logits[target * stride + n] + bias[target] - most);
  if (!slopes) return;
  float factor = (float)scale;
  for (big v = 0; v < padded; v++) {
    float slope = 0.0f;
    if (v < vocabulary) {
      slope = expf(logits[v * stride + n] + bias[v] - most) / sum - (v == target ? 1.0f : 0.0f);
    }
    store(slopes, v * stride + n, slope * factor, narrow);
  }
}

// One update: the gradient scaled down to `clip` where norm[0] is above it, Adam's two means, the step.
// `rate` has the correction of both means in it.
extern "C" __global__ void adam(
    float* parameters, const float* gradient, float* mean, float* square, const float* norm, big count,
    double clip, double rate, double beta1, double beta2, double epsilon) {
  big i = here();
  if (i >= count) return;
  float b1 = (float)beta1, b2 = (float)beta2;
  float length = norm[0];
  float g = gradient[i] * (length > (float)clip ? (float)clip / length : 1.0f);
  float m = b1 * mean[i] + (1.0f - b1) * g;
  float s = b2 * square[i] + (1.0f - b2) * g * g;
  mean[i] = m;
  square[i] = s;
  parameters[i] -= (float)rate * m / (sqrtf(s) + (float)epsilon);
}

// values[i] *= factor: weight decay.
extern "C" __global__ void shrink(float* values, big count, double factor) {
  big i = here();
  if (i < count) values[i] *= (float)factor;
}

__device__ static word turned(word x, int by) { return (x << by) | (x >> (32 - by)); }

// Dropout of in [rows, units] into out, which may be in. Row n is step t of molecule b where
// places[n] = t * molecules + b; unit u falls when word u of Threefry-4x32-20 with the key
// (key0, key1, key2, 0) and the counter (b, update, t * layers + layer, u / 4) is below threshold, else it is
// multiplied by kept. One thread for four units: rows * ((units + 3) / 4).
extern "C" __global__ void dropout(
    const void* in, void* out, const int* places, big molecules, big rows, big units, big key0,
    big key1, big key2, big update, big layer, big layers, big threshold, double kept, big narrow) {
  const int turns[16] = {10, 26, 11, 21, 13, 27, 23, 5, 6, 20, 17, 11, 25, 10, 18, 20};
  big groups = (units + 3) / 4;
  big i = here();
  if (i >= rows * groups) return;
  big n = i / groups;
  big group = i - n * groups;
  word t = (word)(places[n] / molecules);
  word b = (word)(places[n] % molecules);
  word key[5] = {(word)key0, (word)key1, (word)key2, 0u, 0u};
  key[4] = 0x1BD11BDAu ^ key[0] ^ key[1] ^ key[2] ^ key[3];
  word x[4] = {b + key[0], (word)update + key[1], t * (word)layers + (word)layer + key[2],
               (word)group + key[3]};
  for (int round = 0; round < 20; round++) {
    int pair = (round % 8) * 2;
    int second = round % 2 ? 3 : 1, fourth = round % 2 ? 1 : 3;
    x[0] += x[second];
    x[second] = turned(x[second], turns[pair]) ^ x[0];
    x[2] += x[fourth];
    x[fourth] = turned(x[fourth], turns[pair + 1]) ^ x[2];
    if (round % 4 == 3) {
      word injection = round / 4 + 1;
      for (int k = 0; k < 4; k++) x[k] += key[(injection + k) % 5];
      x[3] += injection;
    }
  }
  for (int k = 0; k < 4; k++) {
    big unit = group * 4 + k;
    if (unit < units) {
      big at = n * units + unit;
      store(out, at, x[k] < (word)threshold ? 0.0f : load(in, at, narrow) * (float)kept, narrow);
    }
  }
}
