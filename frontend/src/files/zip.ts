/* A zip of texts, stored, not packed. */

/** name and text */
export type File = readonly [path: string, text: string];

type Bytes = Uint8Array<ArrayBuffer>;

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value >>> 0;
});

function crc32(bytes: Bytes): number {
  let value = 0xffffffff;
  for (const byte of bytes) value = TABLE[(value ^ byte) & 0xff] ^ (value >>> 8);
  return (value ^ 0xffffffff) >>> 0;
}

/** a figure, and the number of bytes it takes */
type Packed = readonly [value: number, size: number];

/** lowest byte first */
function packed(figures: readonly Packed[]): Bytes {
  const bytes: number[] = [];
  for (const [value, size] of figures) {
    for (let at = 0; at < size; at += 1) bytes.push((value >>> (8 * at)) & 0xff);
  }
  return Uint8Array.from(bytes);
}

/** Entries are stored as they are; all of 1980-01-01, so that it tells nothing of when. */
export function zip(files: readonly File[]): Bytes[] {
  const encoder = new TextEncoder();
  const parts: Bytes[] = [];
  const index: Bytes[] = [];
  let offset = 0;
  for (const [path, text] of files) {
    const [name, body] = [encoder.encode(path), encoder.encode(text)];
    const size = body.length;
    const facts: Packed[] = [[20, 2], [0x0800, 2], [0, 2], [0, 2], [0x21, 2], [crc32(body), 4], [size, 4], [size, 4], [name.length, 2], [0, 2]];
    parts.push(packed([[0x04034b50, 4], ...facts]), name, body);
    index.push(packed([[0x02014b50, 4], [20, 2], ...facts, [0, 2], [0, 2], [0, 2], [0, 4], [offset, 4]]), name);
    offset += 30 + name.length + size;
  }
  const length = index.reduce((sum, entry) => sum + entry.length, 0);
  const n = files.length;
  return [...parts, ...index, packed([[0x06054b50, 4], [0, 2], [0, 2], [n, 2], [n, 2], [length, 4], [offset, 4], [0, 2]])];
}
