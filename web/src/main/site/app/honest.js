// Counts with what they can promise: the 95 % interval of Wilson for a share.

const Z = 1.959964;

/** The interval of the share `hits / n` in whole percent, `{ low, high }`; n is at least 1. */
export function interval(hits, n) {
  const share = hits / n;
  const middle = share + (Z * Z) / (2 * n);
  const spread = Z * Math.sqrt((share * (1 - share)) / n + (Z * Z) / (4 * n * n));
  const scale = 1 + (Z * Z) / n;
  return {
    low: Math.max(0, Math.floor((100 * (middle - spread)) / scale)),
    high: Math.min(100, Math.ceil((100 * (middle + spread)) / scale)),
  };
}
