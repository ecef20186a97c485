import assert from 'node:assert/strict';
import { test } from 'node:test';

import { MIDDLE, RADIUS, heightOf, labelAt, labelLines, linesThrough, pointAt, wrap } from '../../src/assessment/result/radar-geometry.ts';

const long = (at: number) => `一个相当长的能力项的名称${String(at).padStart(2, '0')}`;

test('axes begin at the top and go round clockwise', () => {
  const right = pointAt(0.25, RADIUS);
  assert.deepEqual(pointAt(0, RADIUS), { x: MIDDLE.x, y: MIDDLE.y - RADIUS });
  assert.equal(right.x, MIDDLE.x + RADIUS);
  assert.ok(Math.abs(right.y - MIDDLE.y) < 1e-9);
});

test('a line is closed where every axis has a value', () => {
  const lines = linesThrough([1, 0, 0]);
  assert.deepEqual(lines, [{ closed: true, points: '300.0,62.0 300.0,222.0 300.0,222.0' }]);
});

test('a line is broken where a value is missing', () => {
  assert.deepEqual(linesThrough([0, 0, null, 0]).map(({ closed }) => closed), [false, false]);
  assert.deepEqual(linesThrough([1, null, 1, null]), []);
  assert.deepEqual(linesThrough([null, null, null]), []);
});

test('the drawing is as high as its lowest name', () => {
  assert.ok(heightOf(3) < heightOf(4));
  assert.equal(heightOf(4), MIDDLE.y + RADIUS + 62);
});

test('words are not broken in two', () => {
  assert.deepEqual(wrap('Interpersonal skills', 9, 2), ['Interpersonal', 'skills']);
  assert.deepEqual(wrap('Customer relationship', 9, 2), ['Customer', 'relationship']);
  assert.deepEqual(wrap('计划制定及监控管理', 5, 2), ['计划制定及', '监控管理']);
});

test('no single character stands in the last line', () => {
  assert.deepEqual(wrap('一二三四五六七八九十', 9, 2), ['一二三四五', '六七八九十']);
});

test('what has no room is cut, and says so', () => {
  assert.deepEqual(wrap('一二三四五六七八九十', 4, 1), ['一二三…']);
  assert.deepEqual(wrap('𠀀𠀁𠀂𠀃𠀄', 2, 1).map((line) => Array.from(line).at(-1)), ['…'], 'a sign outside the first plane is not halved');
  assert.deepEqual(wrap('', 4, 1), []);
});

test('a name stands whole beside its axis, or is cut', () => {
  for (let count = 3; count <= 24; count += 1) {
    const names = Array.from({ length: count }, (_, at) => long(at));
    const said = labelLines(names).map((lines) => lines.join(''));
    said.forEach((name, at) => assert.ok(name === long(at) || name.endsWith('…') || (name.startsWith('…') && long(at).endsWith(name.slice(1))), name));
    assert.equal(new Set(said).size, count, 'each can be told');
  }
});

test('names that begin alike are cut at their beginning', () => {
  const others = Array.from({ length: 14 }, (_, at) => `Another ${at}`);
  const said = (...names: string[]) => labelLines([...others, ...names]).slice(14).map((lines) => lines.join(' '));
  assert.deepEqual(said('Customer relationship building', 'Customer service orientation'), ['…relationship…', '…service…']);
  assert.deepEqual(said('Basic job knowledge', 'Basic job skills'), ['…knowledge', 'Basic job skills']);
  assert.deepEqual(said('客户关系的长期维护与经营', '客户关系的长期维护与拓展'), ['…经营', '…拓展']);
  assert.deepEqual(said('计划制定及监控管理能力提升', '执行'), ['计划制定及监控管…', '执行'], 'one alone keeps its beginning');
});

test('names turn away from the radar', () => {
  assert.deepEqual([0, 0.25, 0.5, 0.75].map((turn) => labelAt(['沟通'], turn, 4).anchor), ['middle', 'start', 'middle', 'end']);
});
