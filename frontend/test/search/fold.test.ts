import { deepStrictEqual, equal } from 'node:assert/strict';
import { test } from 'node:test';

import { fold, plainCode, shortCode, simplifiedOf, trace } from '../../src/search/fold.ts';
import { Haystack } from '../../src/search/haystack.ts';
import { isNear } from '../../src/search/slip.ts';
import { Sounds, isInitials, spelt } from '../../src/search/sounds.ts';
import { stem } from '../../src/search/stem.ts';

const TABLE = simplifiedOf('溝沟執执級级');

const ALIKE: readonly (readonly string[])[] = [
  ['溝通', '沟通'],
  ['２级', '2级', '二级', '2 级', '２級'],
  ['BI 工具', 'bi工具', 'ＢＩ－工具'],
  ['decision-making', 'Decision making', 'decision  making'],
  ['prioritize', 'prioritise'],
  ['Café', 'cafe'],
  ['team’s', "team's", 'teams'],
];

for (const [first, ...others] of ALIKE) {
  test(`${first} is compared as ${others.join(', ')}`, () => deepStrictEqual([...new Set([first, ...others].map((text) => fold(text, TABLE)))].length, 1));
}

test('punctuation parts what blanks do not', () => equal(fold('问客户。经理 人', TABLE), '问客户 经理人'));
test('words that only look like -ize stay', () => equal(fold('size prize', TABLE), 'size prize'));
test('a trace leads back to the signs as written', () => {
  const { text, origins } = trace('用 ＢＩ', TABLE);
  deepStrictEqual([text, origins], ['用bi', [0, 2, 3]]);
});
test('codes are compared without signs, and numbers without what fills them up', () => {
  deepStrictEqual([plainCode('TAM-ACH-06'), shortCode('TAM-ACH-06'), shortCode('tam ach 6'), shortCode('TAM-ACH-60')], ['tamach06', 'tamach6', 'tamach6', 'tamach60']);
});

const FORMS: readonly (readonly string[])[] = [
  ['prioritise', 'prioritises', 'prioritised', 'prioritising', 'prioritisation'],
  ['plan', 'plans', 'planning', 'planned'],
  ['communicate', 'communicates', 'communicating', 'communication'],
  ['behaviour', 'behavior', 'behaviours'],
  ['centre', 'center', 'centres'],
  ['review', 'reviewer', 'reviews', 'reviewing'],
];
for (const forms of FORMS) test(`${forms.join(', ')} are forms of one word`, () => equal(new Set(forms.map(stem)).size, 1));
test('other words are not', () => equal(new Set(['policy', 'police', 'polite'].map(stem)).size, 3));

test('a haystack tells each line once, and whether it begins with the piece or is it', () => {
  const told: unknown[] = [];
  const stack = new Haystack(['客户', '问客户，找客户', '客户经理', '']);
  stack.scan('客户', 'any', (...facts) => told.push(facts));
  deepStrictEqual(told, [[0, true, true], [1, false, false], [2, true, false]]);
});
test('figures are found whole, letters at the beginning of a word', () => {
  const lines = (piece: string, edge: 'any' | 'start' | 'word') => {
    const told: number[] = [];
    new Haystack(['12级', '2级', 'replan', 'planning', 'a plan']).scan(piece, edge, (line) => told.push(line));
    return told;
  };
  deepStrictEqual([lines('2级', 'any'), lines('plan', 'any'), lines('plan', 'start'), lines('plan', 'word')], [[1], [2, 3, 4], [3, 4], [4]]);
});

const SOUNDS = new Sounds({ sounds: { gou: '沟', tong: '通', xing: '行', ye: '业', yin: '银' }, other_sounds: { 银行: 'yin hang', 行业: 'hang ye' } });
test('words are read as words', () => deepStrictEqual([SOUNDS.syllables('银行沟通'), SOUNDS.syllables('通行')], [['yin', 'hang', 'gou', 'tong'], ['tong', 'xing']]));
test('letters spell syllables, the last one perhaps unfinished', () => {
  const reading = SOUNDS.reading('沟通行业');
  deepStrictEqual(['goutong', 'gout', 'goutonghang', 'goto', 'tong'].map((letters) => spelt(letters, reading)), ['沟通', '沟通', '沟通行', '', '']);
  deepStrictEqual([isInitials('gt', reading), isInitials('gtx', reading)], [true, false]);
});

test('one slip is a sign too many, too few, another, or two that changed places', () => {
  const near = ['abcd', 'abxd', 'abd', 'abcxd', 'abdc', 'xabc'].map((word) => isNear('abcd', word));
  deepStrictEqual(near, [true, true, true, true, true, false]);
});
