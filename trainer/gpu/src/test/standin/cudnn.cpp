// cuDNN's recurrent networks: GRU (3) and LSTM (2), packed sequences, two biases, zero first states.
#include "standin.h"

typedef std::vector<double> Row;
typedef std::vector<Row> Rows;

struct Tensor {
  std::vector<int> sizes, strides;
};

struct Data {
  int width;
  std::vector<int> lengths;

  int rows() const { int sum = 0; for (int l : lengths) sum += l; return sum; }
  int active(int t) const { int count = 0; for (int l : lengths) count += l > t; return count; }
};

struct Layer {
  Rows weights[2];  // input side, recurrent side: a row for each gate and unit
  Row biases[2];
  Rows in, out, before, gates, kept, kept_before;
  Rows slopes[2];
};

struct Network {
  int cell, type, inputs, hidden, layers;
  std::vector<Layer> state;

  int gates() const { return cell == 2 ? 4 : 3; }
  int width(int layer, int side) const { return side == 0 && layer == 0 ? inputs : hidden; }
  size_t bytes() const { return type == 9 ? 2 : 4; }

  // Matrices of all layers, a gap of 8 elements after each layer; then all biases.
  big matrix(int layer, int side, int gate) const {
    big at = 0;
    for (int l = 0; l < layer; l++) at += (big)gates() * hidden * (width(l, 0) + hidden) + 8;
    if (side == 1) at += (big)gates() * hidden * width(layer, 0);
    return at + (big)gate * hidden * width(layer, side);
  }
  big bias(int layer, int side, int gate) const {
    return matrix(layers, 0, 0) + ((big)(2 * layer + side) * gates() + gate) * hidden;
  }
  size_t size() const { return bias(layers, 0, 0) * bytes(); }
  size_t reserve(const Data* x) const { return (size_t)x->rows() * hidden * layers * 20; }
  double get(const void* from, big i) const { return load(from, i, type == 9); }
  void put(void* to, big i, double value) const { store(to, i, (float)value, type == 9); }

  Rows rows(const void* from, int count, int columns) const {
    Rows result(count, Row(columns));
    for (int n = 0; n < count; n++) for (int k = 0; k < columns; k++) result[n][k] = get(from, (big)n * columns + k);
    return result;
  }
  void put_rows(void* to, const Rows& from) const {
    for (size_t n = 0; n < from.size(); n++) {
      for (size_t k = 0; k < from[n].size(); k++) put(to, (big)(n * from[n].size() + k), from[n][k]);
    }
  }
};

static double sigmoid(double x) { return 1 / (1 + exp(-x)); }

static void read_weights(Network* net, int l, const void* weights) {
  Layer& layer = net->state[l];
  int hidden = net->hidden;
  for (int side = 0; side < 2; side++) {
    int width = net->width(l, side);
    layer.weights[side].assign(net->gates() * hidden, Row(width));
    layer.biases[side].resize(net->gates() * hidden);
    for (int gate = 0; gate < net->gates(); gate++) {
      for (int j = 0; j < hidden; j++) {
        int row = gate * hidden + j;
        for (int k = 0; k < width; k++) {
          layer.weights[side][row][k] = net->get(weights, net->matrix(l, side, gate) + (big)j * width + k);
        }
        layer.biases[side][row] = net->get(weights, net->bias(l, side, gate) + j);
      }
    }
  }
}

static Row times(const Rows& matrix, const Row& bias, const Row& vector) {
  Row result = bias;
  for (size_t row = 0; row < matrix.size(); row++) {
    for (size_t k = 0; k < vector.size(); k++) result[row] += matrix[row][k] * vector[k];
  }
  return result;
}

static void add_turned(const Rows& matrix, const Row& vector, Row& onto) {
  for (size_t row = 0; row < matrix.size(); row++) {
    for (size_t k = 0; k < onto.size(); k++) onto[k] += matrix[row][k] * vector[row];
  }
}

static void step(const Network* net, Layer& layer, int n) {
  int h = net->hidden;
  Row u = times(layer.weights[0], layer.biases[0], layer.in[n]);
  Row v = times(layer.weights[1], layer.biases[1], layer.before[n]);
  Row& g = layer.gates[n];
  for (int j = 0; j < h; j++) {
    g[j] = sigmoid(u[j] + v[j]);
    g[h + j] = sigmoid(u[h + j] + v[h + j]);
    if (net->cell == 2) {
      g[2 * h + j] = tanh(u[2 * h + j] + v[2 * h + j]);
      g[3 * h + j] = sigmoid(u[3 * h + j] + v[3 * h + j]);
      layer.kept[n][j] = g[h + j] * layer.kept_before[n][j] + g[j] * g[2 * h + j];
      layer.out[n][j] = g[3 * h + j] * tanh(layer.kept[n][j]);
    } else {
      layer.kept[n][j] = v[2 * h + j];
      g[2 * h + j] = tanh(u[2 * h + j] + g[j] * v[2 * h + j]);
      layer.out[n][j] = (1 - g[h + j]) * g[2 * h + j] + g[h + j] * layer.before[n][j];
    }
  }
}

// Slopes of the gates' sums from that of the output; returns what goes straight to the state before.
static double back_step(const Network* net, Layer& layer, int n, int j, double slope, double& memory) {
  int h = net->hidden;
  const Row& g = layer.gates[n];
  Row& in = layer.slopes[0][n];
  Row& back = layer.slopes[1][n];
  if (net->cell == 2) {
    double i = g[j], f = g[h + j], fresh = g[2 * h + j], o = g[3 * h + j];
    double squashed = tanh(layer.kept[n][j]);
    double c = memory + slope * o * (1 - squashed * squashed);
    in[j] = c * fresh * i * (1 - i);
    in[h + j] = c * layer.kept_before[n][j] * f * (1 - f);
    in[2 * h + j] = c * i * (1 - fresh * fresh);
    in[3 * h + j] = slope * squashed * o * (1 - o);
    for (int gate = 0; gate < 4; gate++) back[gate * h + j] = in[gate * h + j];
    memory = c * f;
    return 0;
  }
  double r = g[j], z = g[h + j], fresh = g[2 * h + j];
  in[2 * h + j] = slope * (1 - z) * (1 - fresh * fresh);
  back[2 * h + j] = in[2 * h + j] * r;
  in[j] = back[j] = in[2 * h + j] * layer.kept[n][j] * r * (1 - r);
  in[h + j] = back[h + j] = slope * (layer.before[n][j] - fresh) * z * (1 - z);
  return slope * z;
}

static Rows back_through(const Network* net, Layer& layer, const Data* data, const Rows& slopes) {
  int count = data->rows(), h = net->hidden;
  for (Rows& side : layer.slopes) side.assign(count, Row(net->gates() * h));
  Rows below(count, Row(layer.in[0].size()));
  Rows state(data->lengths.size(), Row(h)), memory = state;
  int n = count;
  for (int t = data->lengths[0] - 1; t >= 0; t--) {
    for (int b = data->active(t) - 1; b >= 0; b--) {
      n--;
      for (int j = 0; j < h; j++) {
        state[b][j] = back_step(net, layer, n, j, slopes[n][j] + state[b][j], memory[b][j]);
      }
      add_turned(layer.weights[0], layer.slopes[0][n], below[n]);
      add_turned(layer.weights[1], layer.slopes[1][n], state[b]);
    }
  }
  return below;
}

extern "C" {

size_t cudnnGetVersion() { return 91900; }
size_t cudnnGetCudartVersion() { return 13000; }
const char* cudnnGetErrorString(int) { return "bad parameter"; }
int cudnnCreate(void** handle) { *handle = (void*)3; return OK; }
int cudnnDestroy(void*) { return OK; }
int cudnnCreateRNNDescriptor(Network** net) { *net = new Network; return OK; }
int cudnnDestroyRNNDescriptor(Network* net) { delete net; return OK; }
int cudnnCreateDropoutDescriptor(void** dropout) { *dropout = malloc(8); return OK; }
int cudnnDestroyDropoutDescriptor(void* dropout) { free(dropout); return OK; }
int cudnnCreateRNNDataDescriptor(Data** data) { *data = new Data; return OK; }
int cudnnDestroyRNNDataDescriptor(Data* data) { delete data; return OK; }
int cudnnCreateTensorDescriptor(Tensor** tensor) { *tensor = new Tensor; return OK; }
int cudnnDestroyTensorDescriptor(Tensor* tensor) { delete tensor; return OK; }

int cudnnSetDropoutDescriptor(void*, void* handle, float share, void* states, size_t bytes, unsigned long long) {
  return handle == (void*)3 && share == 0 && !states && !bytes ? OK : INVALID_CUDNN;
}

int cudnnSetTensorNdDescriptor(Tensor* tensor, int, int count, const int* sizes, const int* strides) {
  tensor->sizes.assign(sizes, sizes + count);
  tensor->strides.assign(strides, strides + count);
  return OK;
}

int cudnnSetRNNDescriptor_v8(
    Network* net, int algorithm, int cell, int bias, int direction, int input, int type, int precision, int math,
    int inputs, int hidden, int projected, int layers, void* dropout, unsigned padded) {
  bool kind = algorithm == 0 && (cell == 2 || cell == 3) && bias == 2 && direction == 0 && input == 0;
  bool numbers = precision == 0 && (type == 9 ? math == 0 : type == 0 && (math == 0 || math == 3));
  if (!kind || !numbers || projected != hidden || !dropout || padded) return INVALID_CUDNN;
  *net = Network{cell, type, inputs, hidden, layers, {}};
  return OK;
}

int cudnnGetRNNWeightSpaceSize(void*, Network* net, size_t* size) { *size = net->size(); return OK; }

int cudnnGetRNNWeightParams(
    void*, Network* net, int layer, size_t size, char* weights, int number, Tensor* matrix_shape, char** matrix,
    Tensor* bias_shape, char** bias) {
  if (!matrix_shape || !bias_shape || size != net->size()) return INVALID_CUDNN;
  int side = number / net->gates(), gate = number % net->gates();
  *matrix = weights + net->matrix(layer, side, gate) * net->bytes();
  *bias = weights + net->bias(layer, side, gate) * net->bytes();
  return OK;
}

int cudnnSetRNNDataDescriptor(
    Data* data, int, int layout, int longest, int batch, int width, const int* lengths, void* filling) {
  if (layout != 1 || filling || lengths[0] != longest) return INVALID_CUDNN;
  for (int i = 1; i < batch; i++) if (lengths[i] > lengths[i - 1]) return INVALID_CUDNN;
  data->width = width;
  data->lengths.assign(lengths, lengths + batch);
  return OK;
}

int cudnnGetRNNTempSpaceSizes(void*, Network* net, int training, Data* x, size_t* workspace, size_t* reserve) {
  if (x->width != net->inputs) return INVALID_CUDNN;
  *workspace = 512;
  *reserve = training ? net->reserve(x) : 0;
  return OK;
}

int cudnnRNNForward(
    void* handle, Network* net, int training, const int* lengths, Data* xs, const void* x, Data* ys, void* y,
    Tensor* h_shape, const void* hx, void* hy, Tensor* c_shape, const void* cx, void* cy, size_t size,
    const void* weights, size_t workspace, void* work, size_t reserve, void* kept) {
  if (handle != (void*)3 || hx || hy || cx || cy || size != net->size() || !work) return INVALID_CUDNN;
  if (workspace < 512 || (training && (!kept || reserve < net->reserve(xs)))) return TOO_SMALL;
  int batch = (int)xs->lengths.size(), h = net->hidden, count = xs->rows();
  std::vector<int> sizes = {net->layers, batch, h}, strides = {batch * h, h, 1};
  bool shapes = h_shape == c_shape && h_shape->sizes == sizes && h_shape->strides == strides;
  if (!shapes || ys->width != h || ys->lengths != xs->lengths) return INVALID_CUDNN;
  for (int i = 0; i < batch; i++) if (lengths[i] != xs->lengths[i]) return INVALID_CUDNN;
  Rows fed = net->rows(x, count, net->inputs);
  net->state.assign(net->layers, Layer());
  for (int l = 0; l < net->layers; l++) {
    Layer& layer = net->state[l];
    read_weights(net, l, weights);
    layer.in = fed;
    layer.out = layer.kept = layer.before = layer.kept_before = Rows(count, Row(h));
    layer.gates.assign(count, Row(net->gates() * h));
    for (int t = 0, n = 0; t < xs->lengths[0]; t++) {
      for (int b = 0; b < xs->active(t); b++, n++) {
        if (t > 0) {
          layer.before[n] = layer.out[n - xs->active(t - 1)];
          layer.kept_before[n] = layer.kept[n - xs->active(t - 1)];
        }
        step(net, layer, n);
      }
    }
    fed = layer.out;
  }
  net->put_rows(y, fed);
  return OK;
}

int cudnnRNNBackwardData_v8(
    void* handle, Network* net, const int* lengths, Data* ys, const void* y, const void* dy, Data* xs, void* dx,
    Tensor*, const void* hx, const void* dhy, void* dhx, Tensor*, const void* cx, const void* dcy, void* dcx,
    size_t size, const void* weights, size_t workspace, void* work, size_t reserve, void* kept) {
  if (handle != (void*)3 || !y || !weights || hx || dhy || dhx || cx || dcy || dcx) return INVALID_CUDNN;
  if (ys->width != net->hidden || xs->width != net->inputs || size != net->size()) return INVALID_CUDNN;
  if (lengths[0] != xs->lengths[0]) return INVALID_CUDNN;
  if (!work || workspace < 512 || !kept || reserve < net->reserve(xs)) return TOO_SMALL;
  Rows slopes = net->rows(dy, ys->rows(), net->hidden);
  for (int l = net->layers - 1; l >= 0; l--) slopes = back_through(net, net->state[l], xs, slopes);
  net->put_rows(dx, slopes);
  return OK;
}

// Adds (mode 0) to what is there.
int cudnnRNNBackwardWeights_v8(
    void* handle, Network* net, int mode, const int* lengths, Data* xs, const void* x, Tensor*, const void* hx,
    Data* ys, const void* y, size_t size, void* slopes, size_t workspace, void* work, size_t reserve, void* kept) {
  if (handle != (void*)3 || mode != 0 || !x || hx || !y || size != net->size()) return INVALID_CUDNN;
  if (lengths[0] != xs->lengths[0] || ys->lengths != xs->lengths) return INVALID_CUDNN;
  if (!work || workspace < 512 || !kept || reserve < net->reserve(xs)) return TOO_SMALL;
  for (int l = 0; l < net->layers; l++) {
    Layer& layer = net->state[l];
    for (int side = 0; side < 2; side++) {
      const Rows& fed = side == 0 ? layer.in : layer.before;
      int width = net->width(l, side);
      for (int gate = 0; gate < net->gates(); gate++) {
        for (int j = 0; j < net->hidden; j++) {
          int row = gate * net->hidden + j;
          Row sums(width + 1);
          for (int n = 0; n < xs->rows(); n++) {
            double slope = layer.slopes[side][n][row];
            for (int k = 0; k < width; k++) sums[k] += slope * fed[n][k];
            sums[width] += slope;
          }
          big matrix = net->matrix(l, side, gate) + (big)j * width;
          big bias = net->bias(l, side, gate) + j;
          for (int k = 0; k < width; k++) net->put(slopes, matrix + k, net->get(slopes, matrix + k) + sums[k]);
          net->put(slopes, bias, net->get(slopes, bias) + sums[width]);
        }
      }
    }
  }
  return OK;
}

}
