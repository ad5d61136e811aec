// Two neighbours are mediated and sign; each says her own word with her own code, and nobody says it for her.
import {Person} from './person.mjs';

export default async function tell(story) {
  const ana = await Person.at(story, {width: 360, scripts: false});
  await ana.go('/raise');
  await ana.press('Apply for mediation');
  await ana.write('What is to be settled', 'Where the fence stands');
  await ana.press('Continue');
  for (let at = 0; at < 8 && !(await ana.page.getByRole('button', {name: 'Send'}).count()); ++at) await ana.press(/^Continue$/);
  await ana.press('Send');
  const hers = await ana.code();

  const mediator = await Person.at(story);
  await mediator.sign_in('suhe');
  await mediator.press('Where the fence stands');
  await mediator.begin('Invite a party');
  await mediator.record();
  await mediator.reads('Hand this code');
  const his = await mediator.code();

  const bo = await Person.at(story, {language: 'zh', width: 360});
  const say = async (person, code, act) => {
    await person.open_matter(code);
    await person.begin(act);
    await person.press(/^(Send|送出)/);
  };
  await say(ana, hers, 'Yes, I will mediate');
  await say(bo, his, '同意调解');

  await mediator.go('/desk/matter/1');
  await mediator.begin('Name the mediators');
  await mediator.choose('One mediator');
  await mediator.record();
  await say(bo, his, '同意由他们调解');
  await say(ana, hers, 'Agree to these mediators');

  await mediator.go('/desk/matter/1');
  await mediator.begin('Draft the agreement');
  await mediator.write('The agreement', 'The fence moves one step east.');
  await mediator.record();

  await say(ana, hers, /^Sign/);
  await ana.does_not_read('All have signed');
  await bo.open_matter(his);
  await bo.reads('The fence moves one step east.');
  await say(bo, his, '签字或按手印');

  await mediator.go('/desk/matter/1');
  await mediator.begin('The mediator signs');
  await mediator.write('What was agreed', 'The fence moves one step east, as signed.');
  await mediator.record();
  await ana.open_matter(hers);
  await ana.reads('The mediator signs, the committee seals');
}
