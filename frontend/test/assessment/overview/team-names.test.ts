/* Who may be named in the overview of a team. */

import { deepStrictEqual, equal } from 'node:assert/strict';
import { test } from 'node:test';

import type { SavedAssessment } from '../../../src/assessment/document/model.ts';
import { teamNames } from '../../../src/assessment/overview/team-names.ts';
import { dataOf, documentOf, itemOf, rated } from '../checklist.ts';

const DATA = dataOf([itemOf('A'), itemOf('B'), itemOf('C', { standard: null })]);
const personOf = (person: string, points: Record<string, string>, more: Partial<SavedAssessment> = {}): SavedAssessment =>
  documentOf(DATA, { person, named: true, answers: rated(points), ...more });
const TWO = [personOf('甲', { A: '1', B: '3', C: '1' }), personOf('乙', { A: '2', B: '5' })];
const told = (documents: readonly SavedAssessment[]) => {
  const { n, of, below } = teamNames(DATA, documents);
  return { n, of, below: below && Object.fromEntries(below) };
};

test('Where all allow it those below the standard are named', () => {
  deepStrictEqual(told(TWO), { n: 2, of: 2, below: { A: ['甲', '乙'], B: [], C: [] } });
});

test('One who does not, or who has no name, keeps all from being named', () => {
  for (const other of [personOf('丙', { A: '5' }, { named: false }), personOf(' ', { A: '5' })]) {
    deepStrictEqual(told([...TWO, other]), { n: 2, of: 3, below: null });
  }
});

test('A file for another checklist counts too: each that was opened has to allow it', () => {
  deepStrictEqual(told([...TWO, personOf('丙', {}, { target: 'A.other', named: false })]), { n: 2, of: 3, below: null });
  deepStrictEqual(told([...TWO, personOf('丙', { A: '1' }, { target: 'A.other' })]).below?.A, ['甲', '乙']);
});

test('An agreed rating goes before the own one', () => {
  deepStrictEqual(told([{ ...TWO[0], agreed: { A: '4' } }, TWO[1]]).below?.A, ['乙']);
});

test('The same assessment twice stands once; two of one name are told apart', () => {
  const [first, second] = TWO;
  const again = { ...first, changed: '2999-01-01T00:00:00.000Z' };
  const alike = { ...second, id: 'abcd000000000000', person: '甲' };
  deepStrictEqual(told([first, again]).below?.A, ['甲']);
  equal(told([first, alike]).below?.A.at(-1), '甲 ABCD');
});
