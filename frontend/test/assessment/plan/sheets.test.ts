import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SavedAssessment } from '../../../src/assessment/document/model.ts';
import * as sheets from '../../../src/assessment/plan/sheets.ts';
import type { PageData } from '../../../src/assessment/host.ts';
import { words as cellText } from '../../../src/files/cells.ts';
import { speaker } from '../../../src/lib/words.ts';
import { answer, documentOf, itemOf, rated } from '../checklist.ts';
import { type Plan, GAPS, MEASURES, REVIEW, fieldOf, formOf, planData, words } from './plan.ts';
import { managing } from '../managing.ts';

const sheetsOf = (page: PageData, doc: SavedAssessment, actor: 'employee' | 'manager' | '' = '') => sheets.sheetsOf(page, doc, speaker(page, 'sheet'), actor);

const COLUMNS = [
  'code', 'group', 'item', 'text', 'points', 'rating', 'standard', 'gap', 'weight', 'earned', 'self', 'manager', 'agreed', 'evidence', 'manager_evidence', 'date', 'pick', 'remark',
];
const FACTS = ['title', 'handbook', 'scale', 'name', 'period', 'manager_name', 'changed', 'finished', 'mean', 'top', 'standard', 'reached', 'below', 'left', 'earned', 'of', 'total'];
const named = Object.fromEntries([...COLUMNS, ...FACTS, 'mean_agreed', 'ratings', 'facts', 'kept', 'what', 'value'].map((key) => [`sheet.${key}`, key]));
const more = {
  'sheet.yes': '是', 'sheet.na': '不适用：{reason}', 'sheet.mark': '成绩 {mark}', 'sheet.negative': '反向', 'sheet.mean_of': '平均 {name}',
  'sheet.counted': '{n}/{of}', 'sheet.part': '部分 {n}/{of}', 'sheet.parts': '{of} 条里 {n} 条', 'plan.left': '没有位置', 'core.na': '不适用：{reason}', 'core.na_bare': '没写原因', 'core.unseen': '没看到', 'core.open': '没评',
};
const PARTS = ['P', 'Q', 'R'].map((code) => ({ code, text: `指标${code}`, hash: '', negative: code === 'R' }));
const ITEMS = [itemOf('A', { parts: PARTS }), itemOf('B')];
const data = planData([GAPS, MEASURES, REVIEW], { items: ITEMS, partScale: 'five', words: { ...words, ...named, ...more } });

/** the rows of a sheet by the heads of its columns, figures as texts */
function table(name: string, said: Partial<SavedAssessment>, page: PageData = data): Record<string, string>[] {
  const sheet = sheetsOf(page, documentOf(page, said)).find((known) => known.name === name);
  assert.ok(sheet, name);
  return sheet.rows.map((row) => Object.fromEntries(row.map((cell, at) => [sheet.head[at], cellText(cell)])));
}

test('ratings stand by item, with what was said of them', () => {
  const answers = { A: answer({ points: '2.00', pick: true, evidence: '一件事' }), B: answer({ na: '不管客户' }) };
  const [first, second] = table('ratings', { answers, manager: managing(rated({ A: '4' })), agreed: { A: '3' } });
  assert.deepEqual([first.code, first.group, first.rating, first.gap, first.pick, first.evidence], ['A', '全部', '二', '-1.00', '是', '一件事']);
  assert.deepEqual([first.points, first.manager, first.agreed], ['2.00', '4.00', '3']);
  assert.deepEqual([second.points, second.remark], ['', '不适用：不管客户']);
});

test('of what both agreed on that is what counts, with both ratings beside it', () => {
  const both = {
    answers: rated({ A: '2', B: '5' }), manager: managing(rated({ A: '4', B: '5' }), '', { given: '2026-11-24T08:00:00.000Z' }), agreed: { A: '3' },
    agreement: { done: '2026-11-26T08:00:00.000Z', unmet: {}, open: [], picks: ['B'] },
  };
  const rows = table('ratings', both).filter(({ code }) => 'AB'.includes(code));
  assert.deepEqual(rows.map((row) => [row.agreed, row.self, row.manager, row.pick]), [['3.00', '2.00', '4.00', ''], ['5.00', '5.00', '5.00', '是']]);
  assert.deepEqual(table('facts', both).filter(({ what }) => what.startsWith('mean')).map(({ what, value }) => [what, value]), [['mean_agreed', '4.00']]);
});

test('what may not be seen yet is in no sheet', () => {
  const said = { answers: { A: answer({ points: '2', evidence: '我的事例' }) }, manager: managing({ A: answer({ points: '4', evidence: '主管的事例' }) }) };
  const text = (actor: 'employee' | 'manager') => JSON.stringify(sheetsOf(data, documentOf(data, said), actor));
  assert.deepEqual(['我的事例', '主管的事例'].map((example) => text('employee').includes(example)), [true, false]);
  assert.deepEqual(['我的事例', '主管的事例'].map((example) => text('manager').includes(example)), [false, true]);
});

test('columns in which nothing stands stay away', () => {
  const [row] = table('ratings', { answers: rated({ A: '2' }) });
  assert.deepEqual(COLUMNS.filter((key) => !(key in row)), ['weight', 'earned', 'self', 'manager', 'agreed', 'manager_evidence', 'pick']);
});

test('an indicator that does not count has no points, and says why', () => {
  const answers = { P: answer({ points: '2', na: '' }), Q: answer({ points: '2', unseen: true }), R: answer({ points: '2' }) };
  const rows = table('ratings', { answers }).filter(({ code }) => 'PQR'.includes(code));
  assert.deepEqual(rows.map(({ points, rating, remark }) => [points, rating, remark]), [['', '', '没写原因'], ['', '', '没看到'], ['2', '二', '反向']]);
});

test('figures of nought are told, what is not there is not', () => {
  const facts = new Map(table('facts', { answers: rated({ A: '3' }) }).map(({ what, value }) => [what, value]));
  assert.deepEqual(['reached', 'below', 'left', 'name', 'finished'].map((key) => facts.get(key)), ['1', '0', '1', undefined, undefined]);
});

test('a mean of some items says so', () => {
  const heads = (given: Record<string, string>) => sheetsOf(data, documentOf(data, { answers: rated(given) }))[1].rows.filter(([name]) => name === 'mean' || name === '平均 全部');
  assert.deepEqual([heads({ A: '3' }), heads({ A: '3', B: '3' })].map((rows) => rows.map((row) => row[2])), [['部分 1/2', '部分 1/2'], ['2/2', '2/2']]);
});

test('what has no place is a sheet of its own, where there is any', () => {
  const names = (plan: Plan) => sheetsOf(data, documentOf(data, { plan })).map(({ name }) => name);
  assert.deepEqual(names({}), ['ratings', 'facts', '表gaps', '表measures', '表review']);
  assert.deepEqual(table('kept', { plan: { gone: [{ x: '旧话' }] } }), [{ code: '', item: 'gone / x', text: '旧话', remark: '没有位置' }]);
});

test('a form is a table, with what a measure is about; one row stands upright', () => {
  const plan: Plan = { measures: [{ '@id': 'x', '@for': 'A', action: '谈', due: '2027-01-15' }, { '@id': 'y', '@for': 'OLD' }], review: [{ own: '好' }] };
  assert.deepEqual(table('表measures', { plan }), [
    { 序号: '1', 针对: '能力A', 栏action: '谈', 栏type: '', 栏due: '2027-01-15' }, { 序号: '2', 针对: 'OLD', 栏action: '', 栏type: '', 栏due: '' },
  ]);
  assert.deepEqual(table('表review', { plan }), [{ what: '栏own', value: '好' }, { what: '栏theirs', value: '' }]);
});

test('rows that the page begins with are there before anybody has looked at it, and columns have room', () => {
  const answers = { A: answer({ points: '2', pick: true }), B: answer({ points: '2', pick: true }) };
  assert.deepEqual(table('表measures', { answers }).map((row) => [row.序号, row.针对]), [['1', '能力A'], ['2', '能力B']]);
  const saved = documentOf(data, { answers });
  assert.deepEqual(sheetsOf(data, saved).find(({ name }) => name === '表measures')?.widths, [8, 24, 40, 16, 12]);
  assert.deepEqual(saved.plan, {}, 'the document stays as it is');
  assert.deepEqual(table('表measures', { answers, plan: { measures: [] } }), [], 'rows that were taken out stay out');
});

test('what stands under a merged head has its name; answers that are not listed are said', () => {
  const form = formOf('f', 'one', [fieldOf('head', 'group', { fields: [fieldOf('sign', 'signature'), fieldOf('c', 'choice', { choices: ['是'], more: true })] })]);
  const page = { ...data, plan: { ...data.plan, forms: [form] } };
  const plan: Plan = { f: [{ sign: '甲', '@date-sign': '2027-01-15', c: '…' }] };
  assert.deepEqual(table('表f', { plan }, page), [{ what: '栏head / 栏sign', value: '甲 2027-01-15' }, { what: '栏head / 栏c', value: '其他' }]);
});

test('what is to be reached stands beside what it is about, with the codes of its sentences, where there is any', () => {
  const answers = { ...rated({ P: '1', Q: '3', R: '5' }), A: answer({ pick: true }) };
  const page = { ...data, scales: { ...data.scales, five: { ...data.scales.five, standard: '3' } } };
  const [row] = table('表measures', { answers }, page);
  assert.deepEqual(row, { 序号: '1', 针对: '能力A', 要做到: '指标P\n不再：指标R', 出自: 'P R', 栏action: '', 栏type: '', 栏due: '' });
  assert.equal('要做到' in table('表measures', { answers: { B: answer({ pick: true }) } })[0], false);
});
