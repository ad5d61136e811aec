import assert from 'node:assert/strict';
import test from 'node:test';
import {begin, finished, written} from '../scripts/field/entry.ts';
import {answer_in} from '../scripts/field/office.ts';
import {send_waiting} from '../scripts/field/sender.ts';

const entry = (id, login = 'saren') => finished(written(begin(id, login, 'request/submit', 'Raise', 1), {'f.points': id}, [], 1), `key-${id}`, 2);

function shelf_of(...entries) {
  const kept = new Map(entries.map((one) => [one.id, one]));
  return {
    kept,
    all: async () => [...kept.values()],
    change: async (id, to) => {
      const before = kept.get(id);
      const after = to(before);
      if (after) kept.set(id, after);
      return before;
    },
  };
}

// An office that records each key once, and whose answers are lost where `lost` says so.
function office_of({lost = () => false, session = {login: 'saren', token: 't'}} = {}) {
  const recorded = new Map();
  let asked = 0;
  return {
    recorded,
    session: async () => session,
    send: async (one) => {
      if (!recorded.has(one.key)) recorded.set(one.key, `N-${recorded.size + 1}`);
      if (lost(++asked)) return {kind: 'none'};
      return {kind: 'recorded', receipt: {number: recorded.get(one.key), code: one.key, due: ''}};
    },
  };
}
const nothing = async () => {};
const send = (shelf, office) => send_waiting(shelf, office, 'saren', () => 5, nothing);

test('records each once though an answer is lost', async () => {
  const shelf = shelf_of(entry('a'), entry('b'), entry('c'));
  const office = office_of({lost: (n) => n === 2});
  assert.equal(await send(shelf, office), 'offline');
  assert.equal(shelf.kept.get('b').unsure, true);
  assert.equal(shelf.kept.get('c').state, 'waiting');
  assert.equal(await send(shelf, office), 'sent');
  assert.equal(office.recorded.size, 3);
  assert.deepEqual([...shelf.kept.values()].map((one) => one.receipt.number), ['N-1', 'N-2', 'N-3']);
});

test('is durable before the first byte leaves', async () => {
  const shelf = shelf_of(entry('a'));
  const office = {...office_of(), send: async () => {
    assert.equal(shelf.kept.get('a').unsure, true);
    return {kind: 'none'};
  }};
  assert.equal(await send(shelf, office), 'offline');
});

test('sends nothing while nobody is signed in, or somebody else', async () => {
  for (const [session, outcome] of [['signed_out', 'signed_out'], ['offline', 'offline'], [{login: 'gaoyun', token: 't'}, 'other_login']]) {
    const office = office_of({session});
    assert.equal(await send(shelf_of(entry('a')), office), outcome);
    assert.equal(office.recorded.size, 0);
  }
  assert.equal(await send(shelf_of(entry('a', 'gaoyun')), office_of()), 'nothing');
});

test('goes on after what was refused', async () => {
  const shelf = shelf_of(entry('a'), {...entry('b'), changed: 3});
  const office = {...office_of(), send: async (one) => one.id === 'a'
    ? {kind: 'refused', faults: [{at: '', words: 'no'}]} : {kind: 'recorded', receipt: {number: 'N', code: 'C', due: ''}}};
  assert.equal(await send(shelf, office), 'refused');
  assert.equal(shelf.kept.get('a').state, 'refused');
  assert.equal(shelf.kept.get('b').state, 'sent');
});

test('does not send what was taken back for correction meanwhile', async () => {
  const shelf = shelf_of(entry('a'), {...entry('b'), changed: 3});
  const office = office_of();
  const first = office.send;
  office.send = async (one) => {
    if (one.id === 'a') shelf.kept.set('b', written(shelf.kept.get('b'), {}, [], 9));
    return first(one);
  };
  await send(shelf, office);
  assert.equal(office.recorded.size, 1);
  assert.equal(shelf.kept.get('b').state, 'draft');
});

test('takes for an answer only what the rules said', () => {
  const receipt = {number: 'N', code: 'C', due: 'D'};
  assert.deepEqual(answer_in(201, receipt), {kind: 'recorded', receipt});
  assert.deepEqual(answer_in(422, {message: 'no', fields: [{at: 'f-points', words: 'missing'}]}),
    {kind: 'refused', faults: [{at: '', words: 'no'}, {at: 'f-points', words: 'missing'}]});
  assert.deepEqual(answer_in(403, {why: 'signed_out'}), {kind: 'signed_out'});
  for (const [status, json] of [[0, null], [200, {}], [201, {}], [403, null], [502, null], [503, {message: 'busy'}]])
    assert.deepEqual(answer_in(status, json), {kind: 'none'}, String(status));
});
