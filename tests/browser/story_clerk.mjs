// A clerk tries to confirm in a resident's name and cannot: not by the desk, not by a form that was tampered with, not with a code
// that was guessed.
import assert from 'node:assert/strict';
import {pressed} from './browser.mjs';
import {Person} from './person.mjs';

export default async function tell(story) {
  const resident = await Person.at(story, {width: 360});
  await resident.go('/raise/request/submit');
  await resident.press('Continue');
  await resident.write('What you ask', 'Mend the lamp');
  await resident.press('Continue');
  for (let at = 0; at < 8 && !(await resident.page.getByRole('button', {name: 'Send'}).count()); ++at) await resident.press(/^Continue$/);
  await resident.press('Send');
  const code = await resident.code();

  const clerk = await Person.at(story);
  await clerk.sign_in('gaoyun');
  await clerk.press('Mend the lamp');
  await clerk.begin('Take up');
  await clerk.record();
  await clerk.begin('Answer: supported');
  await clerk.write('What we found', 'The lamp is broken.');
  await clerk.write('What shows it', 'Site record');
  await clerk.write('Rules applied', '信访工作条例');
  await clerk.write('Reasons, point by point', 'It is mended tomorrow.');
  await clerk.hand_in({name: 'order-for-the-lamp.txt', mimeType: 'text/plain', buffer: Buffer.from('A lamp of 40 watts, for tomorrow.')});
  await clerk.page.locator('[data-do=drop]').first().waitFor();
  await clerk.record();
  await clerk.does_not_read('It is settled');
  assert.equal(await clerk.page.locator('input[value=confirm]').count(), 0);

  // The form of another act, with the act exchanged.
  await clerk.page.locator('input[name=act]').first().evaluate((radio) => { radio.value = 'confirm'; radio.checked = true; });
  await clerk.press('Continue');
  await clerk.does_not_read('Recorded.');
  await clerk.go('/matter');
  await clerk.page.locator('#code').fill('0000-1111-2222-3333');
  await pressed(clerk.page, clerk.page.locator('main button').first());
  await clerk.does_not_read('Mend the lamp');

  await resident.open_matter(code);
  await resident.reads('Now it is your word');
  await resident.reads('order-for-the-lamp.txt');
  assert.equal(await resident.page.locator('.hearth-timeline h3').filter({hasText: 'It is settled'}).count(), 0);
}
