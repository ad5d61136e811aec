import assert from 'node:assert/strict';
import test from 'node:test';
import {answered, begin, finished, first_words, leaving, may_correct, missing, to_send, written} from '../scripts/field/entry.ts';

const texts = {channel: 'home_visit', 'f.points': 'Mend the well\nand the pump'};
const draft = written(begin('e1', 'saren', 'request/submit', 'Raise a matter', 1), texts, [], 2);
const waiting = finished(draft, 'k1', 3);
const receipt = {number: 'SL-2026-0001', code: 'K7QM', due: ''};

test('is a draft until it is finished, and then has a key', () => {
  assert.equal(draft.state, 'draft');
  assert.equal(draft.key, '');
  assert.equal(waiting.state, 'waiting');
  assert.equal(waiting.key, 'k1');
});

test('keeps its key for its whole life', () => {
  const refused = answered(waiting, {kind: 'refused', faults: [{at: '', words: 'no'}]}, 4);
  assert.equal(refused.state, 'refused');
  assert.deepEqual(refused.texts, texts);
  assert.equal(finished(written(refused, {...texts, x: 'y'}, [], 5), 'k2', 6).key, 'k1');
});

test('is not changed while nobody knows whether it arrived', () => {
  const lost = answered(waiting, {kind: 'none'}, 4);
  assert.equal(lost.unsure, true);
  assert.equal(may_correct(lost), false);
  assert.equal(written(lost, {}, [], 5), lost);
  assert.deepEqual(to_send([lost], 'saren'), [lost]);
});

test('was not looked at when nobody was signed in, and is as unsure as it was before', () => {
  assert.equal(answered(waiting, {kind: 'signed_out'}, 4).unsure, false);
  assert.equal(answered(leaving(waiting), {kind: 'signed_out'}, 4).unsure, true);
});

test('is not taken for refused by an address that says nothing of the rules, once it may have arrived', () => {
  assert.equal(answered(leaving(waiting), {kind: 'refused', faults: []}, 4).state, 'waiting');
  assert.equal(answered(waiting, {kind: 'refused', faults: []}, 4).state, 'refused');
});

test('leaves nothing here but its first words once it is on the record', () => {
  const sent = answered(leaving(waiting), {kind: 'recorded', receipt}, 4);
  assert.equal(sent.state, 'sent');
  assert.deepEqual(sent.texts, {});
  assert.deepEqual(sent.papers, []);
  assert.equal(first_words(sent), first_words(waiting));
  assert.deepEqual(sent.receipt, receipt);
  assert.equal(may_correct(sent), false);
});

test('is sent in the order in which it was written down, by who wrote it', () => {
  const later = {...waiting, id: 'e2', changed: 9};
  const others = {...waiting, id: 'e3', login: 'gaoyun'};
  assert.deepEqual(to_send([later, others, draft, waiting], 'saren').map((entry) => entry.id), ['e1', 'e2']);
});

test('is known by its first words', () => {
  assert.equal(first_words(draft), 'Mend the well');
  assert.equal(first_words(begin('e', 'a', 'w', 'n', 1)), '');
});

test('names what nothing was written for', () => {
  assert.deepEqual(missing({'f.day.year': '2026', 'f.points': ' '}, ['f.day', 'f.points', 'read_back']), ['f.points', 'read_back']);
});
