// An old neighbour has an agent write her matter down and follow it. She asks for him at the window, where the hall's clerk enters her
// words; she says on a telephone that what he wrote is what she means; she sends him away, and he can do nothing more for her.
import assert from 'node:assert/strict';
import {Person} from './person.mjs';

export default async function tell(story) {
  const clerk = await Person.at(story);
  await clerk.sign_in('saren');
  await clerk.go('/desk/assist');
  await clerk.press('Ask for an agent');
  await clerk.write('What the agent shall write down', 'My allowance did not come. I cannot go to town.');
  await clerk.press('Record it');
  await clerk.reads('Say how it came to you.');
  await clerk.choose('At the window');
  await clerk.page.getByLabel(/^I have read it back/).check();
  await clerk.press('Record it');
  const code = await clerk.code();

  const agent = await Person.at(story);
  await agent.sign_in('tuya');
  await agent.go('/desk/matter/1');
  await agent.reads('My allowance did not come.');
  await agent.begin('Show what was written down');
  await agent.write('What is asked', 'Pay June');
  await agent.write('What happened', 'The allowance for June did not come; the bank book ends in May.');
  await agent.record();

  const neighbour = await Person.at(story, {width: 360, scripts: false});
  await neighbour.open_matter(code);
  await neighbour.reads('the bank book ends in May');
  await neighbour.begin('Yes, file it like this');
  await neighbour.press('Send');
  await neighbour.reads('Received');

  await agent.go('/desk/matter/1');
  assert.equal(await agent.page.locator('input[value=withdraw], input[value=confirm]').count(), 0, 'no power to withdraw or settle');
  await agent.begin('Tell the resident the news');
  await agent.write('What was done', 'Handed in today.');
  await agent.record();

  await neighbour.open_matter(code);
  await neighbour.reads('Handed in today.');
  await neighbour.begin('Take the mandate back');
  await neighbour.press('Send');

  await agent.go('/desk/matter/1');
  assert.equal(await agent.page.locator('input[value=tell_news]').count(), 0, 'without a mandate there is nothing to do');

  // What the hall's clerk enters for her later she undoes by her own word.
  await clerk.go('/desk/assist');
  await clerk.write('Number of the matter', code);
  await clerk.press('Continue');
  await clerk.does_not_read('bank book');
  await clerk.begin('Take it back');
  await clerk.choose('By telephone');
  await clerk.page.getByLabel(/^I have read it back/).check();
  await clerk.choose('Two witnesses');
  await clerk.press('Record it');
  await clerk.reads('They are told that you wrote it down');
  await neighbour.open_matter(code);
  await neighbour.press('That was not my word');
  await neighbour.reads('What was entered for you was undone');
}
