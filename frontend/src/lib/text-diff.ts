/* How one wording differs from another, word by word; what is rewritten, and what is not worth a mark, is judged as in
   generator/levelbook/text/wording.py. */

export interface Run {
  text: string;
  readonly changed: boolean;
}

/** kept: the share that stays; rewritten: too little of it to mark words */
export interface Difference {
  readonly before: readonly Run[];
  readonly after: readonly Run[];
  readonly kept: number;
  readonly rewritten: boolean;
}

const KEPT_AT_LEAST = 1 / 3; // where less stays, marking words would only confuse
const TOO_MANY = 4e6; // cells of the table; beyond, the texts are shown without marks

/** the text in words: Chinese by dictionary where the browser has one, else by character */
function words(text: string): string[] {
  if (!('Segmenter' in Intl)) return text.match(/[\p{Script=Latin}\p{N}]+|\n|[^\S\n]+|./gsu) ?? [];
  return Array.from(new Intl.Segmenter('zh', { granularity: 'word' }).segment(text), ({ segment }) => segment);
}

/** The longest common run of words, as marks on both sides. */
function staying(old: readonly string[], now: readonly string[]): [staysOld: boolean[], staysNow: boolean[]] {
  const wide = now.length + 1;
  const longest = new Uint16Array((old.length + 1) * wide);
  for (let i = old.length - 1; i >= 0; i--) {
    for (let j = now.length - 1; j >= 0; j--) {
      const skip = Math.max(longest[(i + 1) * wide + j], longest[i * wide + j + 1]);
      longest[i * wide + j] = old[i] === now[j] ? longest[(i + 1) * wide + j + 1] + 1 : skip;
    }
  }
  const [staysOld, staysNow] = [old.map(() => false), now.map(() => false)];
  for (let i = 0, j = 0; i < old.length && j < now.length; ) {
    if (old[i] === now[j]) staysOld[i++] = staysNow[j++] = true;
    else if (longest[(i + 1) * wide + j] >= longest[i * wide + j + 1]) i++;
    else j++;
  }
  return [staysOld, staysNow];
}

/** A single character that stays by chance amid changes tells nothing: 的 between two new words. */
function dropIslands(old: readonly string[], staysOld: boolean[], staysNow: boolean[]): void {
  const places = (stays: readonly boolean[]) => stays.flatMap((stay, at) => (stay ? [at] : []));
  const alone = (stays: readonly boolean[], at: number) =>
    at > 0 && at < stays.length - 1 && !stays[at - 1] && !stays[at + 1];
  const later = places(staysNow);
  places(staysOld).forEach((at, nth) => {
    const small = old[at].length === 1 && /[\p{L}\p{N}]/u.test(old[at]);
    if (small && alone(staysOld, at) && alone(staysNow, later[nth])) staysOld[at] = staysNow[later[nth]] = false;
  });
}

function runs(tokens: readonly string[], stays: readonly boolean[]): Run[] {
  const joined: Run[] = [];
  tokens.forEach((text, at) => {
    const last = joined.at(-1);
    if (last && last.changed === !stays[at]) last.text += text;
    else joined.push({ text, changed: !stays[at] });
  });
  return joined;
}

export function difference(before: string, after: string): Difference {
  const [old, now] = [words(before), words(after)];
  if (old.length * now.length > TOO_MANY) return whole(before, after);
  const [staysOld, staysNow] = staying(old, now);
  dropIslands(old, staysOld, staysNow);
  const kept = 2 * old.reduce((sum, word, at) => sum + (staysOld[at] ? word.length : 0), 0);
  const share = before || after ? kept / (before.length + after.length) : 1;
  if (share < KEPT_AT_LEAST) return whole(before, after, share);
  return { before: runs(old, staysOld), after: runs(now, staysNow), kept: share, rewritten: false };
}

/** without marks */
function whole(before: string, after: string, kept: number = 0): Difference {
  const all = (text: string) => (text ? [{ text, changed: false }] : []);
  return { before: all(before), after: all(after), kept, rewritten: true };
}
