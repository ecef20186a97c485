/* Many texts, looked through at once: one long string is searched many times faster than thousands of short ones. */

/** where a piece has to stand: anywhere, at the beginning of a word, or as a whole word; Chinese has no such edges */
export type Edge = 'any' | 'start' | 'word';

const isWordSign = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 48 && code <= 57);
const isDigit = (code: number): boolean => code >= 48 && code <= 57;

export class Haystack {
  readonly #text: string;
  readonly #starts: Int32Array;

  /**
   * @param lines - texts as they are compared, none with a line break in it
   */
  constructor(lines: readonly string[]) {
    this.#text = `\n${lines.join('\n')}\n`;
    this.#starts = new Int32Array(lines.length + 1);
    let at = 1;
    lines.forEach((line, number) => {
      this.#starts[number] = at;
      at += line.length + 1;
    });
    this.#starts[lines.length] = at;
  }

  /**
   * Tells of every line that holds a piece, once, in order.
   * @param tell - is told the line's number, whether the line begins with the piece, and whether it is the piece
   */
  scan(piece: string, edge: Edge, tell: (line: number, isStart: boolean, isWhole: boolean) => void): void {
    if (!piece) return;
    const text = this.#text;
    let line = 0;
    for (let at = text.indexOf(piece); at >= 0; at = text.indexOf(piece, at)) {
      if (!this.#hasEdge(at, piece, edge)) {
        at += 1;
        continue;
      }
      line = this.#lineOf(at, line);
      const isStart = at === this.#starts[line];
      tell(line, isStart, isStart && at + piece.length + 1 === this.#starts[line + 1]);
      at = this.#starts[line + 1];
    }
  }

  #hasEdge(at: number, piece: string, edge: Edge): boolean {
    const [first, before] = [piece.charCodeAt(0), this.#text.charCodeAt(at - 1)];
    const [last, after] = [piece.charCodeAt(piece.length - 1), this.#text.charCodeAt(at + piece.length)];
    if (isDigit(first) && isDigit(before)) return false;
    if (isDigit(last) && isDigit(after)) return false;
    if (edge === 'any') return true;
    if (isWordSign(first) && isWordSign(before)) return false;
    return edge === 'start' || !(isWordSign(last) && isWordSign(after));
  }

  /** The line at a place, which is not before a line that is known and seldom far behind it. */
  #lineOf(at: number, from: number): number {
    const last = this.#starts.length - 1;
    let [low, step] = [from, 1];
    while (low + step < last && this.#starts[low + step] <= at) [low, step] = [low + step, step * 2];
    let high = Math.min(low + step, last);
    while (low + 1 < high) {
      const middle = (low + high) >> 1;
      if (this.#starts[middle] <= at) low = middle;
      else high = middle;
    }
    return low;
  }
}
