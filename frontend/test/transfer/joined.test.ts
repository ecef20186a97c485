import { deepStrictEqual, throws } from 'node:assert/strict';
import { test } from 'node:test';

import type { TransferData, TransferSequence } from '../../src/generated/page-data.ts';
import { joined } from '../../src/transfer/joined.ts';

const sequence = (id: string): TransferSequence =>
  ({ id, name: id, href: '', ranked: true, cumulative: 'yes', levels: {}, stops: [], competencies: [] });

const part = (id: string, indicators: TransferData['indicators']): TransferData =>
  ({ sequences: [sequence(id)], concepts: { [id]: [`concept of ${id}`, ''] }, indicators });

test('Data of two sequences are those of both, with what both name once', () => {
  const data = joined([part('care', { 1: ['A', 'first'], 7: ['B', 'shared'] }), part('lead', { 7: ['B', 'shared'] })]);
  deepStrictEqual(data.sequences.map(({ id }) => id), ['care', 'lead']);
  deepStrictEqual(data.concepts, { care: ['concept of care', ''], lead: ['concept of lead', ''] });
  deepStrictEqual(data.indicators, { 1: ['A', 'first'], 7: ['B', 'shared'] });
});

test('Data of two releases are not laid together', () => {
  throws(() => joined([part('care', { 7: ['B', 'now'] }), part('lead', { 7: ['B', 'then'] })]), /number 7/);
});
