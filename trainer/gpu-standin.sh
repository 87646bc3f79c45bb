#!/usr/bin/env bash
# Builds stand-ins for NVIDIA's libraries that compute on the processor: gpu-standin.sh FOLDER. Then
# trainer/gpu-check.sh --no-bench --cuda-path FOLDER checks all of the card's side but NVIDIA's own code.
set -eu

here=$(cd -P "$(dirname "${BASH_SOURCE[0]}")" && pwd)
to=${1:?gpu-standin.sh FOLDER}
mkdir -p "$to"
source=$here/gpu/src/test/standin
kernels=$here/src/main/resources/io/github/molweave/trainer/cuda
printf '#include "%s"\n' cuda.cpp cudnn.cpp |
  g++ -std=c++17 -O2 -w -shared -fPIC -I"$source" -I"$kernels" -o "$to/libstandin.so" -Wl,-soname,libstandin.so -x c++ -
for name in libcuda.so.1 libcudart.so.13 libnvrtc.so.13 libcublasLt.so.13 libcublas.so.13 libcudnn.so.9 \
  libcudnn_graph.so.9 libcudnn_ops.so.9 libcudnn_cnn.so.9 libcudnn_adv.so.9; do
  g++ -shared -fPIC -x c++ /dev/null -x none -o "$to/$name" -Wl,-soname,"$name" -Wl,--no-as-needed -L"$to" \
    -l:libstandin.so -Wl,-rpath,"\$ORIGIN"
done
