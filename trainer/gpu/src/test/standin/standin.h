// Stand-ins for NVIDIA's libraries on the processor: only the calls that training makes, by the book and slow. They
// check what they are given and return an error for what the real ones would refuse, or would misunderstand. The
// kernels are the real source.
#pragma once

#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <map>
#include <string>
#include <vector>

struct Index {
  unsigned x;
};
static Index blockIdx, blockDim, threadIdx;
#define __global__
#define __device__
#include "kernels.cu"

enum { OK = 0, INVALID = 7, INVALID_CUDNN = 2001, TOO_SMALL = 2006 };
