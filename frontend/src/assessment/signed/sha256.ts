/* SHA-256 of a text (FIPS 180-4). Browsers offer it on secure origins alone, so neither on file:// nor on a plain intranet; and not
   at once, which a page that shows a result would have to wait for. */

const BLOCK = 64; // bytes
const ROUNDS = 64;

/** the first so many primes */
function primes(many: number): number[] {
  const found: number[] = [];
  for (let next = 2; found.length < many; next++) if (found.every((prime) => next % prime)) found.push(next);
  return found;
}

/** the first 32 bits behind the point */
const fraction = (value: number): number => ((value % 1) * 2 ** 32) >>> 0;

const ROUND = Uint32Array.from(primes(ROUNDS), (prime) => fraction(Math.cbrt(prime)));
const START = Uint32Array.from(primes(8), (prime) => fraction(Math.sqrt(prime)));

/** bytes with a one, zeros and their length behind them, in whole blocks */
function padded(bytes: Uint8Array): DataView {
  const view = new DataView(new ArrayBuffer(Math.ceil((bytes.length + 9) / BLOCK) * BLOCK));
  bytes.forEach((byte, at) => { view.setUint8(at, byte); });
  view.setUint8(bytes.length, 0x80);
  view.setUint32(view.byteLength - 8, Math.floor(bytes.length / 2 ** 29));
  view.setUint32(view.byteLength - 4, bytes.length << 3);
  return view;
}

const turned = (word: number, by: number): number => (word >>> by) | (word << (32 - by));

/** the words of a block, and those that follow from them */
function schedule(view: DataView, from: number): Uint32Array {
  const words = new Uint32Array(ROUNDS);
  for (let at = 0; at < 16; at++) words[at] = view.getUint32(from + at * 4);
  for (let at = 16; at < ROUNDS; at++) {
    const [early, late] = [words[at - 15], words[at - 2]];
    const first = turned(early, 7) ^ turned(early, 18) ^ (early >>> 3);
    const second = turned(late, 17) ^ turned(late, 19) ^ (late >>> 10);
    words[at] = words[at - 16] + first + words[at - 7] + second;
  }
  return words;
}

/**
 * Takes a block in.
 * @param state - changes
 */
function take(state: Uint32Array, words: Uint32Array) {
  let [a, b, c, d, e, f, g, h] = state;
  for (let at = 0; at < ROUNDS; at++) {
    const chosen = (e & f) ^ (~e & g);
    const first = h + (turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)) + chosen + ROUND[at] + words[at];
    const second = (turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + second) | 0];
  }
  [a, b, c, d, e, f, g, h].forEach((word, at) => { state[at] += word; });
}

/** 64 hexadecimal digits, of the text in UTF-8 */
export function sha256(text: string): string {
  const view = padded(new TextEncoder().encode(text));
  const state = START.slice();
  for (let from = 0; from < view.byteLength; from += BLOCK) take(state, schedule(view, from));
  return Array.from(state, (word) => word.toString(16).padStart(8, '0')).join('');
}
