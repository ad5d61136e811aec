// Somebody in a story, in front of a browser of her own. What she presses, reads and writes she finds by its words, and each page
// that she comes to is held to what holds for every page.
import assert from 'node:assert/strict';
import {context_of, faults_of, pressed} from './browser.mjs';

export class Person {
  // `scripts: false` is a browser that runs none.
  static async at(story, {office = 'village', language = 'en', width = 1280, scripts = true} = {}) {
    const context = await context_of(story.browser, {viewport: {width, height: 800}, javaScriptEnabled: scripts, acceptDownloads: true});
    const person = new Person();
    Object.assign(person, {story, language, office, page: await context.newPage()});
    person.page.setDefaultTimeout(10_000);
    // axe is a script: what a browser without them shows is looked at in one that runs them.
    if (!scripts) {
      person.twin = await (await context_of(story.browser, {viewport: {width, height: 800}})).newPage();
      await person.twin.goto(story.town.base);  // the style sheet is given to pages of its own origin only
    }
    return person;
  }

  async page_to_look_at() {
    if (!this.twin) return this.page;
    const html = await this.page.content();
    await this.twin.setContent(html.replace('<head>', `<head><base href="${this.page.url()}">`), {waitUntil: 'load'});
    return this.twin;
  }

  async look() {
    const {page, story} = this;
    const faults = await faults_of(await this.page_to_look_at());
    assert.deepEqual(faults, [], `${await page.title()} at ${page.url()}`);
    story.pages += 1;
    if (story.pictures) await page.screenshot({path: `${story.pictures}/${story.name}-${String(story.pages).padStart(2, '0')}.png`, fullPage: true});
  }

  async go(below) {
    const response = await this.page.goto(`${this.story.town.base}/${this.language}/o/${this.office}${below}`);
    await this.look();
    return response.status();
  }

  // A button or a link by its words.
  async press(words) {
    const main = this.page.locator('main');
    const named = main.getByRole('button', {name: words}).or(main.getByRole('link', {name: words}));
    await pressed(this.page, named.first());
    await this.look();
  }

  async press_enter(label) {
    await Promise.all([this.page.waitForNavigation(), this.page.getByLabel(label).first().press('Enter')]);
    await this.look();
  }

  async choose(words) { await this.page.getByRole('radio', {name: words}).first().check(); }
  async write(label, text) { await this.page.getByLabel(label).first().fill(text); }
  async hand_in(...files) { await this.page.locator('input[type=file]').setInputFiles(files); }
  async reads(words) { assert.match(await this.text(), words instanceof RegExp ? words : new RegExp(escaped(words))); }
  async does_not_read(words) { assert.doesNotMatch(await this.text(), words instanceof RegExp ? words : new RegExp(escaped(words))); }
  text() { return this.page.locator('main').innerText(); }
  async code() { return this.page.locator('.hearth-code').first().innerText(); }

  async open_matter(code) {
    await this.go('/matter');
    await this.page.locator('#code').fill(code);
    await pressed(this.page, this.page.locator('main button').first());
    await this.look();
  }

  // Chooses an act on the page of a matter, or at the desk, and comes to its form.
  async begin(act) {
    await this.choose(act);
    await this.press(/^(Continue|继续)$/);
  }

  // At the desk: the form is complete, and what it says goes on record.
  async record() {
    await this.press('Record it');
    await this.reads('Recorded.');
  }

  async sign_in(login) {
    await this.go('/desk');
    await this.write('Name', login);
    await this.write('Password', 'three willows by the ditch');
    await this.press('Sign in');
  }
}

const escaped = (words) => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
