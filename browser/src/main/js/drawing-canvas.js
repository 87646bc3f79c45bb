/**
 * Paints drawings on a canvas, command by command: pages under a strict policy may show neither data nor blob
 * addresses as images. A drawing is what `chemistry.commands` gives.
 */

const FONT = 'Helvetica, Arial, sans-serif';

/** Paints one command; `colour` is its own with the foreground put in. */
const PAINTERS = {
  line(context, colour, [width, dash, x1, y1, x2, y2]) {
    context.strokeStyle = colour;
    context.lineWidth = width;
    context.setLineDash(dash === 0 ? [] : [dash, dash]);
    context.beginPath();
    context.moveTo(x1, y1);
    context.lineTo(x2, y2);
    context.stroke();
  },
  polygon(context, colour, corners) {
    context.fillStyle = colour;
    context.beginPath();
    for (let at = 0; at < corners.length; at += 2) {
      context.lineTo(corners[at], corners[at + 1]);
    }
    context.closePath();
    context.fill();
  },
  disc(context, colour, [x, y, radius]) {
    context.fillStyle = colour;
    context.beginPath();
    context.arc(x, y, radius, 0, 2 * Math.PI);
    context.fill();
  },
  label(context, colour, [text, x, baseline, size, width]) {
    context.fillStyle = colour;
    context.font = `${size}px ${FONT}`;
    const natural = context.measureText(text).width;
    context.save();
    context.translate(x, baseline);
    // Another font than Helvetica keeps to the room that the label has.
    context.scale(text.length > 1 && natural > 0 ? width / natural : 1, 1);
    context.fillText(text, 0, 0);
    context.restore();
  },
};

/**
 * Paints a drawing, its upper left corner at the context's origin, one drawing's pixel to a unit there.
 *
 * @param {CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D} context
 * @param {{ width: number, height: number, ground: string, commands: unknown[][] }} drawing
 * @param {{ foreground: string, ground: 'clear' | 'painted' }} look
 */
export function paintDrawing(context, drawing, { foreground, ground }) {
  context.save();
  context.lineCap = 'round';
  context.textAlign = 'center';
  context.textBaseline = 'alphabetic';
  if (ground === 'painted') {
    context.fillStyle = drawing.ground;
    context.fillRect(0, 0, drawing.width, drawing.height);
  }
  for (const [kind, colour, opacity, ...rest] of drawing.commands) {
    context.globalAlpha = opacity;
    PAINTERS[kind](context, colour === 'currentColor' ? foreground : colour, rest);
  }
  context.restore();
}

/** Sizes a canvas for a drawing at `scale` canvas pixels to one of its own, and paints it there. */
export function fillCanvas(canvas, drawing, scale, look) {
  canvas.width = Math.round(drawing.width * scale);
  canvas.height = Math.round(drawing.height * scale);
  const context = canvas.getContext('2d');
  context.scale(canvas.width / drawing.width, canvas.height / drawing.height);
  paintDrawing(context, drawing, look);
}

/** The bytes of a PNG file of what a canvas shows, as a Blob; null when the browser cannot make it. */
export function pngOf(canvas) {
  return new Promise((done) => canvas.toBlob(done, 'image/png'));
}
