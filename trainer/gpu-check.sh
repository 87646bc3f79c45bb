#!/usr/bin/env bash
# Checks training on a graphics card, and measures it beside PyTorch. Without arguments on this machine; with
# --pack FILE it makes an archive that does so on a machine with nothing but the card's libraries and tar.
set -eu

root=$(cd -P "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
pack=""
run=()
while [ $# -gt 0 ]; do
  case $1 in
    --pack)
      [ $# -gt 1 ] || { echo "gpu-check.sh: --pack needs the name of the archive" >&2; exit 2; }
      pack=$2
      shift 2 ;;
    -h | --help)
      echo "gpu-check.sh [--cuda-path FOLDERS] [--no-bench]    check the card of this machine"
      echo "gpu-check.sh --pack FILE.tar.gz                    an archive for another machine: its run.sh takes the same options"
      exit 0 ;;
    *) run+=("$1"); shift ;;
  esac
done
case $pack in "" | /*) ;; *) pack=$PWD/$pack ;; esac

cd "$root"
[ "${MOLWEAVE_BUILD:-}" = never ] || mvn -B -q -ntp -Pgpu -pl trainer/gpu -am package -Dmaven.test.skip=true
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
to=$work/molweave-gpu-check
mkdir -p "$to/lib"

# The class path as Maven has it; folders of classes become jars.
index=0
IFS=:
for entry in trainer/gpu/target/classes $(cat trainer/gpu/target/classpath.txt); do
  index=$((index + 1))
  if [ -d "$entry" ]; then
    jar --create --file "$to/lib/$index-classes.jar" -C "$entry" .
  else
    cp "$entry" "$to/lib/$index-$(basename "$entry")"
  fi
done
unset IFS
jlink --add-modules java.base,java.desktop,java.logging,java.management,java.xml,jdk.unsupported,jdk.zipfs \
  --strip-debug --no-header-files --no-man-pages --compress=2 --output "$to/runtime"
cp trainer/src/test/resources/io/github/molweave/trainer/device/golden-steps.txt trainer/gpu_bench.py trainer/gpu-compare.awk "$to"
gzip -dc trainer/src/main/resources/io/github/molweave/trainer/corpus/pubchem.smi.gz | head -n 2000 > "$to/corpus.smi"
cp trainer/gpu-run.sh "$to/run.sh"

if [ -n "$pack" ]; then
  tar -C "$work" -czf "$pack" molweave-gpu-check
  size=$(wc -c < "$pack")
  echo "$pack: $((size / 1000000)) MB"
  [ "$size" -lt 60000000 ] || { echo "gpu-check: that is more than 60 MB" >&2; exit 1; }
else
  "$to/run.sh" ${run[@]+"${run[@]}"}
fi
