// Paints numbers from -1 to 1 as cells: one colour for each sign, the stronger the further from 0.

/** A canvas with one pixel for a cell, which the style sheet stretches; the colours are those of three probes. */
export function paint(canvas, rows, columns, valueAt, probes) {
  canvas.width = Math.max(1, columns);
  canvas.height = Math.max(1, rows);
  const [below, zero, above] = probes.map(colourOf);
  const context = canvas.getContext('2d');
  const image = context.createImageData(canvas.width, canvas.height);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const value = Math.max(-1, Math.min(1, valueAt(row, column)));
      const end = value < 0 ? below : above;
      const at = 4 * (row * columns + column);
      for (let i = 0; i < 3; i++) image.data[at + i] = zero[i] + (end[i] - zero[i]) * Math.abs(value);
      image.data[at + 3] = 255;
    }
  }
  context.putImageData(image, 0, 0);
}

/** The colour that an element is written in, `[r, g, b]` of 0..255. */
function colourOf(element) {
  const context = document.createElement('canvas').getContext('2d');
  context.fillStyle = getComputedStyle(element).color;
  context.fillRect(0, 0, 1, 1);
  return context.getImageData(0, 0, 1, 1).data.slice(0, 3);
}

/** The numbers of the units, those whose values vary most along the tokens first. */
export function byVariance({ units, values }) {
  const steps = values.length / units;
  const variances = Array.from({ length: units }, (_, unit) => {
    let sum = 0;
    let squares = 0;
    for (let step = 0; step < steps; step++) {
      const value = values[step * units + unit];
      sum += value;
      squares += value * value;
    }
    return squares / steps - (sum / steps) ** 2;
  });
  return [...variances.keys()].sort((one, other) => variances[other] - variances[one] || one - other);
}
