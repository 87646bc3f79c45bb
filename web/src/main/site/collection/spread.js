// How a property is spread: counts in bins of equal width. Pure functions.

/** How often the values fall into the bins of `like`; what lies outside counts for the outermost bin. */
export function countsLike({ from, width, counts }, values) {
  const result = counts.map(() => 0);
  for (const value of values) {
    result[Math.min(counts.length - 1, Math.max(0, Math.floor((value - from) / width)))]++;
  }
  return result;
}

/** The middle value, or null of none. */
export function median(values) {
  if (values.length === 0) return null;
  const order = [...values].sort((one, other) => one - other);
  const half = Math.floor(order.length / 2);
  return order.length % 2 === 1 ? order[half] : (order[half - 1] + order[half]) / 2;
}

/** The middle of what is counted, as if each bin were evenly filled; null of nothing. */
export function medianOfCounts({ from, width, counts }) {
  const half = counts.reduce((sum, count) => sum + count, 0) / 2;
  let before = 0;
  for (const [bin, count] of counts.entries()) {
    if (count > 0 && before + count >= half) return from + width * (bin + (half - before) / count);
    before += count;
  }
  return null;
}

/** The first and the last bin that any of these counts fills; null where none does. */
export function filled(...rows) {
  const bins = rows[0].map((_, bin) => bin).filter((bin) => rows.some((row) => row[bin] > 0));
  return bins.length === 0 ? null : { first: bins[0], last: bins.at(-1) };
}
