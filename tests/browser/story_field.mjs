// A field worker takes three matters without a network: what she writes lies on her telephone, outlives a page that is loaded anew and an
// answer that is lost, and stands on the record once each.
import assert from 'node:assert/strict';
import {pressed} from './browser.mjs';
import {line_to} from './line.mjs';
import {Person} from './person.mjs';

const photo = {name: 'IMG_1.png', mimeType: 'image/png', buffer: Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAFklEQVR4nGP4z8DAAMIM/xn+MzAwAAAd7AP+f1bKHwAAAABJRU5ErkJggg==', 'base64')};

class FieldWorker extends Person {
  main(selector) { return this.page.locator(`main ${selector}`); }

  async write_down(point, {file, finish = true} = {}) {
    await this.main('a[href="#new=request/submit"]').click();
    await this.main('#f-points').fill(point);
    await this.main('#f-account').fill('She told it by the well.');
    if (file) {
      await this.main('input[type=file]').setInputFiles(file);
      await this.main('.hearth-list li').filter({hasText: 'IMG_1.jpg'}).waitFor();
    }
    await this.look();
    if (!finish) return this.main('form').getByRole('link', {name: 'Go on later'}).click();
    await this.main('#read_back').check();
    await this.main('#writing form button[type=submit]').click();
    await this.main('#queue h3').filter({hasText: point}).waitFor();
  }

  entry(words) { return this.main('#queue li').filter({hasText: words}); }
  async waits_for(selector, words) { await this.main(selector).filter({hasText: words}).first().waitFor(); }
}

async function points_on_the_desk(story) {
  await story.letters_go();
  const clerk = await Person.at(story);
  await clerk.sign_in('gaoyun');
  return (await clerk.text()).match(/Mend the \w+ now/g) ?? [];
}

async function take_down_three(worker) {
  await worker.write_down('Mend the well now', {file: photo});
  await worker.write_down('Mend the bridge now');
  await worker.write_down('Mend the lamp now', {finish: false});
  await worker.entry('Mend the lamp now').getByText('Draft').waitFor();
  assert.equal(await worker.entry('Waits to be sent').count(), 2);
}

async function reload_and_correct(worker) {
  await worker.page.reload();
  await worker.waits_for('#queue h3', 'Mend the well now');
  await worker.look();
  await worker.entry('Mend the lamp now').getByRole('link', {name: 'Correct'}).click();
  assert.equal(await worker.main('#f-points').inputValue(), 'Mend the lamp now');
  await worker.main('#writing form button[type=submit]').click();
  await worker.waits_for('.govuk-error-summary', 'It must be read back');
  await worker.look();
  await worker.main('#read_back').check();
  await worker.main('#writing form button[type=submit]').click();
  await worker.entry('Mend the lamp now').getByText('Waits to be sent').waitFor();
}

export default async function tell(story) {
  const line = await line_to(story.town.port);
  story.town.base = line.base;
  try {
    const worker = Object.assign(new FieldWorker(), await Person.at(story, {width: 360}));
    await worker.page.clock.install({time: new Date('2026-11-24T02:00:00Z')});  // the day of the town
    await worker.sign_in('saren');
    await worker.go('/desk/assist');
    await worker.press('In the field');
    await worker.waits_for('#ready', 'opens on this telephone without a network');

    line.is_cut = true;
    await worker.page.context().setOffline(true);
    await take_down_three(worker);
    await reload_and_correct(worker);
    await worker.main('#send').click();
    await worker.waits_for('#told', 'No answer came from the network');
    assert.equal(line.sent, 0);

    // Back in the village: the first answer gets lost on the way.
    line.loses = 1;
    line.is_cut = false;
    await worker.page.context().setOffline(false);
    await worker.main('#queue li').filter({hasText: 'It may have arrived'}).waitFor();
    assert.equal(await worker.entry('It may have arrived').getByRole('button', {name: 'Delete'}).count(), 0);
    await worker.look();
    await worker.main('#send').click();
    await worker.waits_for('#told', 'Everything is sent');
    await worker.look();
    assert.equal(line.lost, 1);
    assert.equal(line.sent, 4);
    const codes = await worker.main('#queue .hearth-code').allInnerTexts();
    assert.equal(new Set(codes).size, 3);
    assert.deepEqual((await points_on_the_desk(story)).sort(), ['Mend the bridge now', 'Mend the lamp now', 'Mend the well now']);
    await worker.does_not_read('She told it by the well.');

    const resident = await Person.at(story, {width: 360});
    const first = await worker.entry('Mend the well now').locator('.hearth-code').innerText();
    await resident.open_matter(first);
    await resident.reads('Mend the well now');
    await resident.reads('IMG_1.jpg');
    await sign_out_and_in(story, worker, line);
    await worker.entry('Mend the well now').getByRole('button', {name: 'Clear'}).click();
    await worker.entry('Mend the well now').waitFor({state: 'detached'});
  } finally {
    line.close();
  }
}

// A session that has ended loses nothing; signing out is asked for twice while something waits, which is sent after the next sign-in.
async function sign_out_and_in(story, worker, line) {
  await story.town.tell({days: 1});
  await worker.write_down('Mend the school now');
  await worker.waits_for('#told', 'Your session has ended');
  await worker.look();
  await worker.main('#told a').click();
  await worker.write('Name', 'saren');
  await worker.write('Password', 'three willows by the ditch');
  await worker.press('Sign in');
  await worker.waits_for('#told', 'Everything is sent');
  line.is_cut = true;
  await worker.write_down('Mend the road now');
  await worker.waits_for('#told', /Kept on this telephone|No answer came/);
  line.is_cut = false;
  const sign_out = worker.page.getByRole('button', {name: 'Sign out'});
  await sign_out.click();
  await worker.waits_for('#told', 'Something still waits');
  await worker.look();
  await pressed(worker.page, sign_out);
  await worker.go('/desk/field');
  assert.equal(await worker.page.getByText('Mend the road now').count(), 0);
  await worker.write('Name', 'saren');
  await worker.write('Password', 'three willows by the ditch');
  await worker.press('Sign in');
  await worker.entry('Mend the road now').locator('.hearth-code').waitFor();
}
