// A report against the head of a village is never seen by the village: neither its words, nor that there is one.
import assert from 'node:assert/strict';
import {Person} from './person.mjs';

const said = 'The money for the well went to his brother';

export default async function tell(story) {
  const villager = await Person.at(story, {width: 360, scripts: false});
  await villager.go('/raise');
  await villager.press('Report an official');
  await villager.choose('Three Willows Village');
  await villager.press('Continue');
  await villager.write('What was done wrong', said);
  await villager.press('Continue');
  await villager.write('What happened', 'I saw the receipts when I swept the office.');
  await villager.press('Continue');
  for (let at = 0; at < 5 && !(await villager.page.getByRole('button', {name: 'Send'}).count()); ++at) await villager.press(/^Continue$/);
  await villager.press('Send');
  const code = await villager.code();
  await story.letters_go();

  const clerk = await Person.at(story);
  await clerk.sign_in('gaoyun');
  await clerk.reads('0 matters');
  await clerk.does_not_read('V-2026');
  for (const words of [said, 'well', 'receipts', '1', 'V-2026-0001']) {
    await clerk.go(`/desk?q=${encodeURIComponent(words)}`);
    await clerk.reads('0 matters');
  }
  assert.equal(await clerk.go('/desk/matter/1'), 404);
  await clerk.does_not_read('V-2026');

  const above = await Person.at(story, {office: 'township'});
  await above.sign_in('narisu');
  await above.reads('V-2026-0001');
  await above.press('Report against an official');
  await above.reads(said);

  await villager.open_matter(code);
  await villager.reads('Nantan Township');
}
