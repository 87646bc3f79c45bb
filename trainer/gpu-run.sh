#!/usr/bin/env bash
# Runs the checks of a pack that gpu-check.sh made: run.sh [--cuda-path FOLDERS] [--no-bench]
# Exit codes: 0 all passed, 1 something failed, 77 nothing could be run here.
set -u

here=$(cd -P "$(dirname "${BASH_SOURCE[0]}")" && pwd)
cuda_path=""
bench=yes
usage="run.sh [--cuda-path FOLDERS] [--no-bench]"
while [ $# -gt 0 ]; do
  case $1 in
    --cuda-path)
      [ $# -gt 1 ] || { echo "run.sh: --cuda-path needs the folders of NVIDIA's libraries, with colons between" >&2; exit 2; }
      cuda_path=$2
      shift 2 ;;
    --no-bench) bench=no; shift ;;
    -h | --help) echo "$usage"; exit 0 ;;
    *) echo "run.sh does not know $1; $usage" >&2; exit 2 ;;
  esac
done

# NVIDIA's packages of whatever Python there is, searched after what was given.
packages=$(python3 - 2>/dev/null <<'PY'
import glob, importlib.util, os
spec = importlib.util.find_spec("nvidia")
folders = [f for p in (spec.submodule_search_locations if spec else []) for f in glob.glob(os.path.join(p, "*", "lib"))]
print(":".join(sorted(folders)))
PY
)
cuda_path=$cuda_path${cuda_path:+${packages:+:}}$packages

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
java() {
  "$here/runtime/bin/java" -Dorg.slf4j.simpleLogger.defaultLogLevel=warn -cp "$here/lib/*" "$@"
}
nvidia-smi --query-gpu=name,driver_version,memory.total,compute_cap --format=csv 2>/dev/null || echo "nvidia-smi names no card"

echo "== The same mathematics"
java io.github.molweave.trainer.gpu.GpuCheck "$here/golden-steps.txt" "$cuda_path"
status=$?
[ $status -ne 77 ] || exit 77
if [ $status -gt 1 ]; then
  echo "FAILED: a library of NVIDIA's ended the check with code $status; what stands above names it. Another version may do better: --cuda-path"
  exit 1
fi

echo "== A training from end to end"
train() {
  java io.github.molweave.trainer.cli.Molweave train --corpus "$here/corpus.smi" --out "$work/run" --device cuda \
    --cuda-path "$cuda_path" --hidden 64 --layers 2 --dropout 0.2 --epochs 2 --sample-every 0 "$@"
}
if train && train --resume && java io.github.molweave.trainer.cli.Molweave sample --model "$work/run/model.safetensors" --count 5; then
  echo "ok      training, resuming and sampling"
else
  echo "FAILED  training, resuming or sampling"
  status=1
fi

if [ $bench = yes ]; then
  echo "== Time per step"
  java io.github.molweave.trainer.gpu.GpuBench "$cuda_path" "$work" | tee "$work/times.txt"
  [ "${PIPESTATUS[0]}" -eq 0 ] || status=1
  if python3 -c 'import torch' 2>/dev/null; then
    python3 "$here/gpu_bench.py" "$work" | tee -a "$work/times.txt"
    [ "${PIPESTATUS[0]}" -eq 0 ] || status=1
    echo "== Beside PyTorch's best"
    awk -f "$here/gpu-compare.awk" "$work/times.txt"
  else
    echo "SKIPPED: no PyTorch here to compare with"
  fi
fi
exit $status
