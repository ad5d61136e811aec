// A resident asks who has read her file and what is in it, and has it erased; then it is gone for everybody.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {Person} from './person.mjs';

const words = 'My neighbour threw the rubbish';

async function raises(resident) {
  await resident.go('/raise/request/submit');
  await resident.press('Continue');
  await resident.write('What you ask', 'Take the rubbish away');
  await resident.press('Continue');
  await resident.write('What happened', words);
  await resident.press('Continue');
  for (let at = 0; at < 8 && !(await resident.page.getByRole('button', {name: 'Send'}).count()); ++at) await resident.press(/^Continue$/);
  await resident.press('Send');
  return resident.code();
}

export default async function tell(story) {
  const resident = await Person.at(story, {width: 360});
  const code = await raises(resident);
  const clerk = await Person.at(story);
  await clerk.sign_in('gaoyun');
  await clerk.go('/desk/matter/1');
  await clerk.go('/desk/matter/1');
  await clerk.reads(words);

  await resident.open_matter(code);
  await resident.reads(/Handler\s+2 times, last/);
  await resident.press('What is held');
  await resident.reads(words);
  await resident.reads('5 years after the matter has ended');
  await resident.reads(/Handler\s+2 times, last/);
  const [file] = await Promise.all([resident.page.waitForEvent('download'), resident.page.getByRole('button', {name: 'Keep the file'}).click()]);
  const held = JSON.parse(readFileSync(await file.path(), 'utf8'));
  assert.equal(held.acts[0].fields['request.account'].value, words);
  assert.equal(held.readings.length, 2);

  await resident.press('Back to the matter');
  await resident.begin('Add something');
  await resident.write('Your words', 'Please erase everything that I wrote.');
  await resident.press('Send');
  await clerk.go('/desk/matter/1');
  await clerk.reads('Please erase everything that I wrote.');
  await story.town.tell({erase: 'village', matter: 1});

  await resident.open_matter(code);
  await resident.press('What is held');
  await resident.reads('What was written here is erased.');
  await resident.does_not_read(words);
  await clerk.go('/desk/matter/1');
  await clerk.does_not_read('rubbish');
  await clerk.go('/desk?q=rubbish');
  await clerk.reads('0 matters');
}
