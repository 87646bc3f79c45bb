// Puts words into a PNG file: an iTXt chunk after its header (PNG, third edition, 11.3.3.4).

const HEAD = 33; // the signature and the chunk IHDR

/** The PNG `blob` with `words` under `keyword`, which is Latin-1. */
export async function withText(blob, keyword, words) {
  const body = new TextEncoder().encode(`iTXt${keyword}\0\0\0\0\0${words}`);
  const chunk = new DataView(new ArrayBuffer(body.length + 8));
  chunk.setUint32(0, body.length - 4);
  new Uint8Array(chunk.buffer).set(body, 4);
  chunk.setUint32(body.length + 4, checksum(body));
  return new Blob([blob.slice(0, HEAD), chunk.buffer, blob.slice(HEAD)], { type: 'image/png' });
}

/** CRC-32 as PNG has it. */
function checksum(bytes) {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return (sum ^ 0xffffffff) >>> 0;
}
