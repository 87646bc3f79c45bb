// The run-time library, the driver, NVRTC and cuBLAS.
#include "standin.h"

static std::map<void*, size_t> pieces;
static size_t taken = 0;
static const size_t CAPACITY = 4ul << 30;
static int pointer_mode = 0;

template <class T>
static T argument(void** arguments, int i) {
  return *(T*)arguments[i];
}

static bool run(const std::string& name, void** a) {
  auto p = [&](int i) { return argument<char*>(a, i); };
  auto f = [&](int i) { return argument<float*>(a, i); };
  auto t = [&](int i) { return argument<int*>(a, i); };
  auto h = [&](int i) { return argument<half_word*>(a, i); };
  auto n = [&](int i) { return argument<big>(a, i); };
  auto d = [&](int i) { return argument<double>(a, i); };
  if (name == "fill") fill(p(0), n(1), d(2), n(3));
  else if (name == "narrow_all") narrow_all(f(0), h(1), n(2));
  else if (name == "widen_all") widen_all(h(0), f(1), n(2));
  else if (name == "embed") embed(t(0), f(1), p(2), n(3), n(4), n(5));
  else if (name == "one_hot") one_hot(t(0), p(1), n(2), n(3), n(4), n(5));
  else if (name == "softmax_cross_entropy")
    softmax_cross_entropy(f(0), f(1), t(2), p(3), f(4), n(5), n(6), n(7), n(8), d(9), n(10));
  else if (name == "adam") adam(f(0), f(1), f(2), f(3), f(4), n(5), d(6), d(7), d(8), d(9), d(10));
  else if (name == "shrink") shrink(f(0), n(1), d(2));
  else if (name == "dropout")
    dropout(p(0), p(1), t(2), n(3), n(4), n(5), n(6), n(7), n(8), n(9), n(10), n(11), n(12), d(13), n(14));
  else return false;
  return true;
}

extern "C" {

int cudaSetDevice(int) { return OK; }
int cudaGetDeviceCount(int* count) { *count = 1; return OK; }
int cudaDriverGetVersion(int* version) { *version = 13000; return OK; }
int cudaRuntimeGetVersion(int* version) { *version = 13000; return OK; }
int cudaDeviceGetAttribute(int* value, int which, int) { *value = which == 75 ? 9 : 0; return OK; }
const char* cudaGetErrorString(int code) { return code == 2 ? "out of memory" : "invalid"; }

int cudaMemGetInfo(size_t* available, size_t* total) {
  *available = CAPACITY - taken;
  *total = CAPACITY;
  return OK;
}

// Full of numbers that are none, as nothing may rely on fresh memory.
int cudaMalloc(void** place, size_t bytes) {
  if (bytes > CAPACITY - taken) return 2;
  *place = aligned_alloc(256, (bytes + 255) / 256 * 256);
  memset(*place, 0xff, bytes);
  pieces[*place] = bytes;
  taken += bytes;
  return OK;
}

int cudaFree(void* place) {
  if (!place) return OK;
  auto piece = pieces.find(place);
  if (piece == pieces.end()) return 1;
  taken -= piece->second;
  pieces.erase(piece);
  free(place);
  return OK;
}

int cudaHostAlloc(void** place, size_t bytes, unsigned) { *place = malloc(bytes); return OK; }
int cudaFreeHost(void* place) { free(place); return OK; }
int cudaMemcpy(void* to, const void* from, size_t bytes, int) { memcpy(to, from, bytes); return OK; }
int cudaMemcpyAsync(void* to, const void* from, size_t bytes, int, void*) { memcpy(to, from, bytes); return OK; }
int cudaMemsetAsync(void* to, int value, size_t bytes, void*) { memset(to, value, bytes); return OK; }

int cuInit(unsigned) { return OK; }
int cuDeviceGetName(char* name, int length, int) { snprintf(name, length, "a stand-in"); return OK; }
int cuModuleLoadData(void** module, const void* image) {
  *module = (void*)1;
  return strcmp((const char*)image, "standin") ? 200 : OK;
}
int cuModuleUnload(void*) { return OK; }
int cuModuleGetFunction(void** function, void*, const char* name) { *function = strdup(name); return OK; }

int cuLaunchKernel(
    void* function, unsigned blocks, unsigned, unsigned, unsigned threads, unsigned, unsigned, unsigned,
    void*, void** arguments, void**) {
  blockDim.x = threads;
  for (blockIdx.x = 0; blockIdx.x < blocks; blockIdx.x++) {
    for (threadIdx.x = 0; threadIdx.x < threads; threadIdx.x++) {
      if (!run((char*)function, arguments)) return 500;
    }
  }
  return OK;
}

int nvrtcVersion(int* major, int* minor) { *major = 13; *minor = 0; return OK; }
int nvrtcGetNumSupportedArchs(int* count) { *count = 1; return OK; }
int nvrtcGetSupportedArchs(int* known) { *known = 90; return OK; }
int nvrtcCreateProgram(void** program, const char* source, const char*, int, void*, void*) {
  *program = strdup(source);
  return OK;
}
int nvrtcCompileProgram(void* program, int options, const char** option) {
  bool kernels = strstr((char*)program, "softmax_cross_entropy") != nullptr;
  return kernels && options == 1 && !strcmp(option[0], "--gpu-architecture=sm_90") ? OK : 6;
}
int nvrtcGetCUBINSize(void*, size_t* size) { *size = 8; return OK; }
int nvrtcGetCUBIN(void*, char* code) { memcpy(code, "standin", 8); return OK; }
int nvrtcGetProgramLogSize(void*, size_t* size) { *size = 8; return OK; }
int nvrtcGetProgramLog(void*, char* log) { memcpy(log, "refused", 8); return OK; }
int nvrtcDestroyProgram(void** program) { free(*program); return OK; }
const char* nvrtcGetErrorString(int) { return "compilation"; }

int cublasCreate_v2(void** handle) { *handle = (void*)2; return OK; }
int cublasDestroy_v2(void*) { return OK; }
int cublasSetPointerMode_v2(void*, int mode) { pointer_mode = mode; return OK; }
const char* cublasGetStatusString(int) { return "invalid value"; }

int cublasSnrm2_v2(void*, int count, const float* values, int step, float* result) {
  if (pointer_mode != 1 || step != 1) return INVALID;
  double sum = 0;
  for (int i = 0; i < count; i++) sum += (double)values[i] * values[i];
  *result = (float)sqrt(sum);
  return OK;
}

int cublasSasum_v2(void*, int count, const float* values, int step, float* result) {
  if (pointer_mode != 1 || step != 1) return INVALID;
  double sum = 0;
  for (int i = 0; i < count; i++) sum += fabs(values[i]);
  *result = (float)sum;
  return OK;
}

// Column by column: C [m, n] = op(A) [m, k] op(B) [k, n]; types 0 float, 14 bfloat16.
int cublasGemmEx(
    void*, int turn_a, int turn_b, int m, int n, int k, const float* alpha, const void* a, int type_a, int lda,
    const void* b, int type_b, int ldb, const float* beta, void* c, int type_c, int ldc, int compute, int) {
  bool types = (type_a == 0 || type_a == 14) && type_b == type_a && (type_c == 0 || type_c == 14);
  bool strides = lda >= (turn_a ? k : m) && ldb >= (turn_b ? n : k) && ldc >= m;
  bool computes = compute == 68 || (compute == 77 && type_a == 0);
  if (pointer_mode != 0 || *alpha != 1 || *beta != 0 || !types || !strides || !computes) return INVALID;
  for (int j = 0; j < n; j++) {
    for (int i = 0; i < m; i++) {
      double sum = 0;
      for (int l = 0; l < k; l++) {
        double x = load(a, turn_a ? (big)i * lda + l : (big)l * lda + i, type_a == 14);
        sum += x * load(b, turn_b ? (big)l * ldb + j : (big)j * ldb + l, type_b == 14);
      }
      store(c, (big)j * ldc + i, (float)sum, type_c == 14);
    }
  }
  return OK;
}

}
