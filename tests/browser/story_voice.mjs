// Somebody who would rather speak than write: a photo in which a face is blurred, and a voice note, both made on the telephone, both
// without place and device.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {Person} from './person.mjs';

// A striped picture of 400 x 300.
async function picture(page) {
  const bytes = await page.evaluate(async () => {
    const canvas = document.createElement('canvas');
    canvas.width = 400;
    canvas.height = 300;
    const pen = canvas.getContext('2d');
    pen.fillStyle = '#fff';
    pen.fillRect(0, 0, 400, 300);
    pen.fillStyle = '#000';
    for (let x = 0; x < 400; x += 8) pen.fillRect(x, 0, 4, 300);
    const blob = await new Promise((made) => canvas.toBlob(made, 'image/png'));
    return Array.from(new Uint8Array(await blob.arrayBuffer()));
  });
  return {name: 'IMG_7.png', mimeType: 'image/png', buffer: Buffer.from(bytes)};
}

// How far the colours of a part lie apart: stripes do, what is blurred does not.
const contrast = (page, x) => page.locator('canvas').evaluate((canvas, at) => {
  const {data} = canvas.getContext('2d').getImageData(at, 140, 24, 1);
  const grey = Array.from({length: 24}, (_, i) => data[i * 4]);
  return Math.max(...grey) - Math.min(...grey);
}, x);

async function comes_to_the_papers(resident) {
  await resident.go('/raise/request/submit');
  await resident.press('Continue');
  await resident.write('What you ask', 'Mend the lamp by the school');
  for (let at = 0; at < 8 && !(await resident.page.locator('input[type=file]').count()); ++at) await resident.press(/^Continue$/);
}

async function blurs(resident) {
  const {page} = resident;
  await resident.hand_in(await picture(page));
  await page.getByRole('button', {name: 'Blur parts of it'}).click();
  const canvas = page.locator('canvas');
  const {x, y, width, height} = await canvas.boundingBox();
  await page.mouse.move(x + width * 0.1, y + height * 0.3);
  await page.mouse.down();
  await page.mouse.move(x + width * 0.3, y + height * 0.7, {steps: 4});
  await page.mouse.up();
  await page.getByText('Parts blurred: 1').waitFor();
  assert.ok(await contrast(page, 60) < 120, 'what was drawn over cannot be known any more');
  assert.ok(await contrast(page, 300) > 200, 'the rest is as it was');
  await canvas.focus();
  for (let step = 0; step < 12; ++step) await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await page.getByText('Parts blurred: 2').waitFor();
  await page.getByRole('button', {name: 'Undo'}).click();
  await page.getByText('Parts blurred: 1').waitFor();
  await resident.look();
  await page.getByRole('button', {name: 'Continue', exact: true}).click();
  await page.getByText('Not sent yet').waitFor();
  await page.getByRole('button', {name: 'Use it like this'}).click();
  await page.getByText('IMG_7.jpg').first().waitFor();
}

async function speaks(resident) {
  const {page} = resident;
  await page.getByRole('button', {name: 'Record a voice note'}).click();
  await page.getByRole('timer').getByText('0:02').waitFor();
  await resident.look();
  await page.getByRole('button', {name: 'Stop recording'}).click();
  await page.getByText(/voice note\.wav \(\d+ KB\)/).first().waitFor();
  await resident.look();
}

async function kept_as(resident, name) {
  const button = resident.page.getByRole('button', {name}).or(resident.page.getByRole('link', {name})).first();
  const [file] = await Promise.all([resident.page.waitForEvent('download'), button.click()]);
  return readFileSync(await file.path());
}

export default async function tell(story) {
  const resident = await Person.at(story, {width: 360});
  await comes_to_the_papers(resident);
  await blurs(resident);
  await speaks(resident);
  for (let at = 0; at < 8 && !(await resident.page.getByRole('button', {name: 'Send'}).count()); ++at) await resident.press(/^Continue$/);
  await resident.reads('IMG_7.jpg');
  await resident.reads('voice note.wav');
  await resident.press('Send');
  const code = await resident.code();
  await resident.open_matter(code);
  const photo = await kept_as(resident, /IMG_7\.jpg/);
  assert.equal(photo.toString('latin1', 0, 2), '\xff\xd8');
  const note = await kept_as(resident, /voice note\.wav/);
  assert.equal(note.toString('latin1', 0, 4) + note.toString('latin1', 8, 16), 'RIFFWAVEfmt ');
  const seconds = note.readUInt32LE(40) / (note.readUInt32LE(24) * 2);
  assert.ok(seconds > 1 && seconds < 10, `${seconds} s`);
  assert.ok(new Set(note.subarray(44)).size > 10, 'something was recorded');
}
