/* Texts as they are compared: whatever two people type otherwise for one thing comes out alike here, in the data and in a query.

   Traditional characters become simplified, full width becomes half, capitals small, accents are left off; blanks and hyphens
   go where Chinese stands beside them and become one blank between words of other scripts; 二级 becomes 2级; -ize becomes -ise.
   What punctuation separates stays separate, by a blank. A trace says of each sign which one it was, so that marks stand right. */

import { DIGITS, JOINS, LEVEL_SIGN, NUMERAL, NUMERALS, TEN } from './typed-words.ts';

/** Traditional characters with the simplified ones. */
export type Simplified = ReadonlyMap<string, string>;

/** A text as it is compared; origins has, for each of its signs, the place of that sign in the text as written. */
export interface Trace {
  readonly text: string;
  readonly origins: readonly number[];
}

const APOSTROPHE = /['’`]/u;
const WORD_SIGN = /[\p{L}\p{N}\p{M}+#]/u;
const HAN = /[\u3400-\u9fff]/u;
const ENDING = /([a-z]{3}i)z(?=(?:e|es|ed|er|ers|ing|ation|ations|ational)(?![a-z0-9]))/g;

/** Signs other than the commonest, as they were folded before: what a sign becomes depends on it alone but in rare characters. */
const FOLDED = new Map<string, string>();

export const isHan = (sign: string): boolean => HAN.test(sign);

/** The pairs of the data: every second sign is the simplified one of the sign before it. */
export function simplifiedOf(pairs: string): Simplified {
  const signs = Array.from(pairs);
  const table = new Map<string, string>();
  for (let at = 0; at + 1 < signs.length; at += 2) table.set(signs[at], signs[at + 1]);
  return table;
}

/** One sign as written, as the signs that it is compared by; nothing where it is no part of a word. */
function folded(sign: string, simplified: Simplified): string {
  if (sign >= '\u4e00' && sign <= '\u9fff') return simplified.get(sign) ?? sign;
  if ((sign >= 'a' && sign <= 'z') || (sign >= '0' && sign <= '9')) return sign;
  const known = FOLDED.get(sign);
  if (known !== undefined) return known;
  const plain = unseen(sign, simplified);
  FOLDED.set(sign, plain);
  return plain;
}

function unseen(sign: string, simplified: Simplified): string {
  const plain = sign.normalize('NFKD').replace(/\p{M}/gu, '').normalize('NFC').toLowerCase();
  return Array.from(plain, (part) => (WORD_SIGN.test(part) ? simplified.get(part) ?? part : '')).join('');
}

/** What stands between two words: nothing, where one is Chinese and no punctuation parts them. */
function gap(between: string, before: string, after: string): string {
  if (!between || !before) return '';
  const isJoined = Array.from(between).every((sign) => JOINS.test(sign));
  if (!isJoined) return ' ';
  if (isHan(before) || isHan(after)) return '';
  return Array.from(between).every((sign) => APOSTROPHE.test(sign)) ? '' : ' ';
}

export function trace(raw: string, simplified: Simplified): Trace {
  let text = '';
  let between = '';
  const origins: number[] = [];
  let at = 0;
  for (const sign of raw) {
    const plain = folded(sign, simplified);
    if (plain) {
      const blank = gap(between, text.slice(-1), plain[0]);
      for (let n = 0; n < blank.length + plain.length; n += 1) origins.push(at);
      text += blank + plain;
      between = '';
    } else {
      between += sign;
    }
    at += sign.length;
  }
  return numbered({ text: spelledAlike(text), origins });
}

/** The number that a numeral means; what is none stays. */
function figures(numeral: string): string {
  if (!NUMERAL.test(numeral)) return numeral;
  const [tens, ones] = numeral.includes(TEN) ? numeral.split(TEN) : ['', numeral];
  const ten = numeral.includes(TEN) ? DIGITS[tens] ?? '1' : '';
  return ten + (DIGITS[ones] ?? '0');
}

/** 二级 as 2级 and 十二级 as 12级. */
function numbered({ text, origins }: Trace): Trace {
  if (!text.includes(LEVEL_SIGN)) return { text, origins };
  let plain = '';
  const places: number[] = [];
  let from = 0;
  for (const { 0: numeral, index } of text.matchAll(NUMERALS)) {
    const number = figures(numeral);
    plain += text.slice(from, index) + number;
    places.push(...origins.slice(from, index));
    for (let n = 0; n < number.length; n += 1) places.push(origins[Math.min(index + n, index + numeral.length - 1)]);
    from = index + numeral.length;
  }
  return from ? { text: plain + text.slice(from), origins: [...places, ...origins.slice(from)] } : { text, origins };
}

/** One spelling for -ise and -ize; as long as before. */
const spelledAlike = (text: string): string => (text.includes('iz') ? text.replace(ENDING, '$1s') : text);

export const fold = (raw: string, simplified: Simplified): string => trace(raw, simplified).text;

/** A text without the blanks that it is compared with. */
export const glued = (text: string): string => text.replace(/ /g, '');

/** A code without its signs: TAM-ACH-06 and tam ach 06 alike. */
export const plainCode = (code: string): string => code.normalize('NFKC').toLowerCase().replace(/[^a-z0-9]/g, '');

/** A code without what fills its number up: TAM-ACH-06 and TAM-ACH-6 alike. */
export const shortCode = (code: string): string => plainCode(code.replace(/([^0-9\uff10-\uff19])[0\uff10]+(?=[0-9\uff10-\uff19])/g, '$1'));
