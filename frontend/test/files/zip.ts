/* Reads a zip whose entries are stored as they are, by its index. */

import { crc32 } from 'node:zlib';

/** The texts by their paths; throws where a check sum is wrong. */
export function entriesOf(bytes: Uint8Array): Map<string, string> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const text = (start: number, length: number) => new TextDecoder().decode(bytes.subarray(start, start + length));
  const end = bytes.length - 22;
  const entries = new Map<string, string>();
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    const [sum, size, nameSize, offset] = [view.getUint32(at + 16, true), view.getUint32(at + 20, true), view.getUint16(at + 28, true), view.getUint32(at + 42, true)];
    const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
    if (crc32(bytes.subarray(start, start + size)) !== sum) throw new Error('wrong check sum');
    entries.set(text(at + 46, nameSize), text(start, size));
    at += 46 + nameSize;
  }
  return entries;
}
