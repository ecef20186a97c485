import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';

import { sha256 } from '../../../src/assessment/signed/sha256.ts';

test('the vectors of the standard', () => {
  assert.equal(sha256(''), 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  assert.equal(sha256('abc'), 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  assert.equal(
    sha256('abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq'), '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1');
  assert.equal(sha256('a'.repeat(1_000_000)), 'cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0');
});

test('every length around the ends of blocks, and texts of more than ASCII', () => {
  for (let length = 0; length < 200; length++) {
    const text = 'x'.repeat(length);
    assert.equal(sha256(text), createHash('sha256').update(text).digest('hex'), String(length));
  }
  for (const text of ['能力标准', 'é', '👍'.repeat(77), '{"甲":"乙"}']) assert.equal(sha256(text), createHash('sha256').update(text).digest('hex'));
});
