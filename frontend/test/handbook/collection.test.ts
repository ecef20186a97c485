/* The address of a collection, and what is known of its codes. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codesIn, read, write } from '../../src/collection/address.ts';
import { sorted } from '../../src/collection/load.ts';

test('codes are read as people write them, each once', () => {
  assert.deepEqual(codesIn('TAM-ACH-06,tam-com-09、ＴＡＭ-ACH-06 LKA-MAR-01'), ['TAM-ACH-06', 'TAM-COM-09', 'LKA-MAR-01']);
  assert.deepEqual(codesIn('<b>TAM</b>, ../../x, TAM, '), []);
});

test('an address says codes and a name, and is written as it was read', () => {
  const collected = { codes: ['TAM-ACH-06', 'TAM-COM-09'], name: '访谈 & 需求' };
  const hash = write(collected);
  assert.equal(hash, 'TAM-ACH-06,TAM-COM-09&name=%E8%AE%BF%E8%B0%88%20%26%20%E9%9C%80%E6%B1%82');
  assert.deepEqual(read(`#${hash}`), collected);
  assert.deepEqual(read(''), { codes: [], name: '' });
  assert.equal(write({ codes: [], name: 'x' }), '', 'nothing has no name');
  assert.deepEqual(read('#TAM-ACH-06&name=%E0%A4%A'), { codes: ['TAM-ACH-06'], name: '%E0%A4%A' }, 'what cannot be decoded stays');
});

test('what is known comes in the order of the address; what is not is named', () => {
  const files = {
    TAM: {
      places: [['政企客户经理', '高级', '成就导向', 'TAM-ACH'] as [string, string, string, string]],
      indicators: {
        'TAM-ACH-06': ['甲', 0, null] as [string, number, string[] | null],
        'TAM-ACH-01': ['乙', 0, ['TAM-ACH-06']] as [string, number, string[] | null],
      },
    },
  };
  const { entries, unknown } = sorted(['TAM-ACH-01', 'TAM-ACH-99', 'TAM-ACH-06', 'OLD-ACH-01'], files);
  assert.deepEqual(entries.map(({ code, instead }) => [code, instead]), [['TAM-ACH-01', ['TAM-ACH-06']], ['TAM-ACH-06', null]]);
  assert.deepEqual([entries[0].sequence, entries[0].level, entries[0].competency], ['政企客户经理', '高级', '成就导向']);
  assert.deepEqual(unknown, ['TAM-ACH-99', 'OLD-ACH-01']);
});
