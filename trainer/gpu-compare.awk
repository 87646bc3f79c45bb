# A table of the lines of GpuBench and gpu_bench.py: ours, PyTorch's best, and how many times as fast ours is.
# The bar is 1.00: in float32 or tf32, whichever PyTorch is faster in, and in bf16.
$1 == "molweave" || $1 == "pytorch" {
  shape = $2 " " $3 " batch " $5 " " substr($6, 1, length($6) - 1)
  time[$1, shape] = $7
  if (!(shape in seen)) { seen[shape] = 1; order[++shapes] = shape }
}
END {
  printf "%-34s %12s %12s %8s\n", "milliseconds a step", "molweave", "pytorch", "faster"
  for (i = 1; i <= shapes; i++) {
    shape = order[i]
    ours = time["molweave", shape]; theirs = time["pytorch", shape]
    if (ours && theirs) printf "%-34s %12.3f %12.3f %7.2fx\n", shape, ours, theirs, theirs / ours
    else printf "%-34s %12s %12s %8s\n", shape, ours ? ours : "none", theirs ? theirs : "none", "-"
  }
}
