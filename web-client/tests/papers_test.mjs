import assert from 'node:assert/strict';
import test from 'node:test';
import {box_between, cells_of, moved} from '../scripts/papers/blur.ts';
import {wave_of} from '../scripts/papers/wave.ts';

test('a voice note is a plain WAVE of its samples and nothing else', () => {
  const bytes = Buffer.from(wave_of(Float32Array.from([0, 1, -1, 2])));
  assert.equal(bytes.toString('latin1', 0, 4) + bytes.toString('latin1', 8, 16), 'RIFFWAVEfmt ');
  assert.equal(bytes.readUInt32LE(4), bytes.length - 8);
  assert.deepEqual([bytes.readUInt16LE(20), bytes.readUInt16LE(22), bytes.readUInt32LE(24), bytes.readUInt16LE(34)], [1, 1, 8000, 16]);
  assert.equal(bytes.readUInt32LE(40), 8);
  assert.deepEqual([44, 46, 48, 50].map((at) => bytes.readInt16LE(at)), [0, 32767, -32767, 32767]);
});

test('the part to blur is drawn from any corner to any other', () => {
  assert.deepEqual(box_between(30, 40, 10, 5), {x: 10, y: 5, width: 20, height: 35});
});

test('the frame of the keys stays within the picture', () => {
  const frame = {x: 90, y: 0, width: 20, height: 20};
  assert.deepEqual(moved(frame, 50, -50, false, 120, 80), {x: 100, y: 0, width: 20, height: 20});
  assert.deepEqual(moved(frame, -100, 200, true, 120, 80), {x: 90, y: 0, width: 8, height: 80});
  assert.equal(moved(frame, 50, 0, true, 120, 80).x, 50);
});

test('of what is blurred too little is left to know it by', () => {
  for (const box of [{width: 2048, height: 2048}, {width: 9, height: 1500}, {width: 8, height: 8}]) {
    const {width, height} = cells_of({x: 0, y: 0, ...box});
    assert.ok(width >= 1 && height >= 1 && width * height <= 25, `${width} x ${height}`);
  }
});
