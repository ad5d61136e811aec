// A clerk clears forty matters before noon, with the keyboard alone: she sees what is new, takes up page by page what harms nobody,
// finds one by a word of two characters, and answers it by itself.
import assert from 'node:assert/strict';
import {Person} from './person.mjs';

const COUNT = 40;

async function raise(story, point) {
  const answer = await fetch(`${story.town.base}/api/requests`, {
    method: 'POST',
    headers: {'Content-Type': 'application/json'},
    body: JSON.stringify({office: 'village', kind: 'report', points: [point], account: 'It is dark there. 那里很黑。'}),
  });
  assert.equal(answer.status, 201);
}

// Goes from stop to stop until the one that is asked for has the focus.
async function tab_to(page, selector) {
  for (let stop = 0; stop < 400; ++stop) {
    if (await page.evaluate((wanted) => document.activeElement.matches(wanted), selector)) return;
    await page.keyboard.press('Tab');
  }
  assert.fail(`no stop of the Tab key is ${selector}`);
}

async function press_key(person, selector, key = 'Enter') {
  await tab_to(person.page, selector);
  await Promise.all([person.page.waitForNavigation(), person.page.keyboard.press(key)]);
  await person.look();
}

async function sign_in(person) {
  await person.go('/desk');
  await tab_to(person.page, '#login');
  await person.page.keyboard.type('gaoyun');
  await tab_to(person.page, '#password');
  await person.page.keyboard.type('three willows by the ditch');
  await Promise.all([person.page.waitForNavigation(), person.page.keyboard.press('Enter')]);
  await person.look();
}

// Ticks every box of the page and does what the button below says.
async function take_up_page(clerk, count) {
  const boxes = await clerk.page.locator('.hearth-tick').evaluateAll((all) => all.map((box) => box.id));
  assert.equal(boxes.length, count);
  for (const id of boxes) {
    await tab_to(clerk.page, `#${id}`);
    await clerk.page.keyboard.press('Space');
  }
  await press_key(clerk, 'button[name=do]');
  await clerk.reads(`Recorded in ${count} matters`);
  await clerk.does_not_read('not done');
}

// `before`: how many were raised earlier and are taken up already.
async function clear(story, width, before) {
  for (let i = 1; i <= COUNT; ++i) await raise(story, `Lamp ${before + i} by the school is out`);
  await story.letters_go();
  const clerk = await Person.at(story, {width});
  await sign_in(clerk);
  await clerk.reads(`${before + COUNT} matters, the most urgent first`);
  await clerk.reads(`${before + COUNT} new matters`);
  await clerk.reads(`Page 1 of ${Math.ceil((before + COUNT) / 25)}`);

  // Nothing is done by a button alone.
  await press_key(clerk, 'button[name=do]');
  await clerk.reads('Select matters in the list first.');

  await take_up_page(clerk, 25);
  await press_key(clerk, 'main form button[type=submit]');
  // What was taken up has a later day now; what is left stands first.
  await take_up_page(clerk, COUNT - 25);
  await press_key(clerk, 'main form button[type=submit]');
  await clerk.reads(`${before + COUNT} matters`);
  assert.equal(await clerk.page.locator('.hearth-tick').count(), 0, 'nothing is left that can be done together');

  await tab_to(clerk.page, '#q');
  await clerk.page.keyboard.type(`黑 ${before + 17}`);
  await Promise.all([clerk.page.waitForNavigation(), clerk.page.keyboard.press('Enter')]);
  await clerk.look();
  await clerk.reads('1 matter, the most urgent first');
  await press_key(clerk, 'table a');
  await clerk.reads(`Lamp ${before + 17}`);

  // An answer is written by itself.
  await tab_to(clerk.page, 'input[name=act]');
  while (!await clerk.page.evaluate(() => document.activeElement.value === 'support')) await clerk.page.keyboard.press('ArrowDown');
  await press_key(clerk, '#do-it button');
  await clerk.reads('Answer: supported');
  for (const [label, words] of [['What we found', 'The lamp is broken.'], ['What shows it', 'Site record'],
    ['Rules applied', '信访工作条例'], ['Reasons, point by point', 'It is mended tomorrow.']]) {
    const id = await clerk.page.getByLabel(label).first().getAttribute('id');
    await tab_to(clerk.page, `[id="${id}"]`);
    await clerk.page.keyboard.type(words);
  }
  await press_key(clerk, 'button[value=send]');
  await clerk.reads('Recorded.');
}

export default async function tell(story) {
  await clear(story, 360, 0);
  await clear(story, 1280, COUNT);
}
