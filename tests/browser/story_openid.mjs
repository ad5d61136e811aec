// A clerk signs in to the desk at a provider elsewhere, without scripts, in both languages; who stops there comes back to the page
// for signing in, and so does somebody whom nobody linked. Where the provider is not reached a link is left.
import assert from 'node:assert/strict';
import {pressed} from './browser.mjs';
import {Person} from './person.mjs';
import {provider_for} from './provider.mjs';

const words = {en: {use: 'Sign in with County sign-in', out: 'Sign out'}, zh: {use: '用县统一身份认证登录', out: '退出'}};

const button = (person) => person.page.getByRole('button', {name: words[person.language].use});
const out = (person) => person.page.locator('header').getByRole('button', {name: words[person.language].out});

const leave = (person, theirs) => Promise.all([person.page.waitForURL(`${theirs.issuer}/**`), button(person).click()]);

async function set_out(person, theirs) {
  await person.go('/desk');
  await leave(person, theirs);
}

// On the provider's own pages, which we do not look at; comes back to `below`.
async function sign_in_there(person, login, below) {
  await person.page.fill('[name=login]', login);
  await person.page.fill('[name=password]', 'any');
  await pressed(person.page, person.page.getByRole('button', {name: 'Sign-in'}));
  await Promise.all([person.page.waitForURL(`**/${person.language}/o/village${below}`), person.page.getByRole('button', {name: 'Continue'}).click()]);
  await person.look();
}

const sign_out = (person) => pressed(person.page, out(person));

async function tell_with(story, theirs) {
  const clerk = await Person.at(story, {width: 360, scripts: false});
  await set_out(clerk, theirs);
  const {scope, code_challenge_method, state} = theirs.asked[0];
  assert.deepEqual({scope, code_challenge_method}, {scope: 'openid', code_challenge_method: 'S256'});
  await sign_in_there(clerk, 'gao 7', '/desk');
  await clerk.does_not_read('Password');
  await clerk.go('/desk/account');
  await clerk.reads('County sign-in opens this desk for you');

  await sign_out(clerk);
  await clerk.go('/desk');
  await button(clerk).click();
  await out(clerk).waitFor();  // known there still
  await clerk.go('/desk/account');
  assert.notEqual(theirs.asked[1].state, state);

  const hesitant = await Person.at(story, {scripts: false});
  await set_out(hesitant, theirs);
  await Promise.all([hesitant.page.waitForURL('**/openid/back?**'), hesitant.page.getByRole('link', {name: 'Cancel'}).click()]);
  await hesitant.look();
  await hesitant.reads('You were not signed in there');
  await leave(hesitant, theirs);
  await sign_in_there(hesitant, 'gao 8', '/desk/sign-in/openid/back?**');
  await hesitant.reads('you open no desk here');

  const chinese = await Person.at(story, {language: 'zh'});
  await set_out(chinese, theirs);
  await sign_in_there(chinese, 'gao 7', '/desk');
  await chinese.go('/desk/account');
  await chinese.reads('您可以用县统一身份认证登录工作台');

  const cut_off = await Person.at(story);
  await cut_off.go('/desk');
  await cut_off.page.route(`${theirs.issuer}/**`, (route) => route.fulfill({status: 204}));
  await pressed(cut_off.page, button(cut_off));
  await cut_off.reads('The page goes on by itself');
  await cut_off.look();
}

export default async function tell(story) {
  story.town.base = story.town.base.replace('127.0.0.1', 'localhost');
  const theirs = await provider_for(story.town.base);
  try {
    await story.town.tell({...theirs.order, name: {en: 'County sign-in', 'zh-Hans': '县统一身份认证'}, link: {gaoyun: 'gao 7'}});
    await tell_with(story, theirs);
  } finally {
    theirs.close();
  }
}
