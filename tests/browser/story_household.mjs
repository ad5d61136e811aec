// The representatives of two households prove who they are, on telephones without scripts, in both languages: by the code on paper,
// which opens once, and then by a code that each of them alone knows; one gives it back.
import assert from 'node:assert/strict';
import {Person} from './person.mjs';

const paper = {'3-12': 'K7QM-3F9T-XW2D-8HVA', '3-13': 'TW0P-4R8Y-6N1C-ZB5E'};

async function type(person, household, code) {
  await person.page.locator('#label').fill(household);
  await person.page.locator('#code').fill(code);
  await person.press(/^(Go on|下一步)$/);
}

async function prove(person, household) {
  await person.go('/household');
  await type(person, household, paper[household]);
  return person.code();
}

export default async function tell(story) {
  const bo = await Person.at(story, {width: 360, scripts: false});
  assert.equal(await bo.go('/household'), 404, 'an office without a roster has no such page');
  await story.town.tell({roster: 'household,representative,until\n3-12,Bo Yun,2028-12-31\n3-13,阿拉腾其其格,\n3-14,,\n', codes: paper});
  await bo.go('');
  await bo.press('Are you the representative of a household?');

  await type(bo, '3-12', 'AAAA-AAAA-AAAA-AAAA');
  await bo.reads('do not fit together');
  assert.equal(await bo.page.locator('#label').inputValue(), '3-12', 'the household is kept');
  assert.equal(await bo.page.locator('#code').inputValue(), '', 'the code is not');
  await type(bo, '3-13', paper['3-12']);
  await bo.reads('do not fit together');

  // As she reads it aloud to somebody who types it, without dashes.
  await type(bo, '\uFF13-12', paper['3-12'].toLowerCase().replaceAll('-', ' '));
  await bo.reads('You represent household 3-12');
  await bo.reads('Sunday 31 December 2028');
  await bo.reads('Votes and proxies of household representatives, once this office calls one. Nothing else.');
  const own = await bo.code();
  assert.notEqual(own, paper['3-12']);

  // In the other language the page still tells her code, which nobody could look up.
  await Promise.all([bo.page.waitForNavigation(), bo.page.getByRole('button', {name: '中文'}).click()]);
  await bo.look();
  await bo.reads('您是 3-12 户的户代表');
  assert.equal(await bo.code(), own);

  await bo.go('/household');
  await type(bo, '3-12', paper['3-12']);
  await bo.reads('used already or is overdue');
  await type(bo, '3-12', own);
  await bo.reads('You represent household 3-12');
  await bo.does_not_read(own);

  const alatengqiqige = await Person.at(story, {language: 'zh', width: 360, scripts: false});
  const hers = await prove(alatengqiqige, '3-13');
  await alatengqiqige.reads('到单位换人为止');
  assert.notEqual(hers, own);

  await bo.press('I am not the representative');
  await bo.reads('You have given it back');
  await bo.go('/household');
  await type(bo, '3-12', own);
  await bo.reads('do not fit together');
  await alatengqiqige.go('/household');
  await type(alatengqiqige, '3-13', hers);
  await alatengqiqige.reads('您是 3-13 户的户代表');
  await alatengqiqige.press('我不是户代表');
  await alatengqiqige.reads('您已退回');
}
