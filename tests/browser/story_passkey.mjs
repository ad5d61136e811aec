// A clerk adds a passkey and signs in with it; a device that does not ask who she is opens nothing, nor does one that she removed.
// Without scripts there is the password.
import assert from 'node:assert/strict';
import {pressed} from './browser.mjs';
import {Person} from './person.mjs';

// A device that Chromium plays itself.
async function device_of(person) {
  const cdp = await person.page.context().newCDPSession(person.page);
  await cdp.send('WebAuthn.enable');
  const {authenticatorId} = await cdp.send('WebAuthn.addVirtualAuthenticator', {options: {
    protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true,
    automaticPresenceSimulation: true}});
  return {verifies: (isUserVerified) => cdp.send('WebAuthn.setUserVerified', {authenticatorId, isUserVerified})};
}

const sign_out = (person) => pressed(person.page, person.page.locator('header').getByRole('button', {name: 'Sign out'}));

// Presses, and the page says why it stopped: no other page comes.
async function press_in_vain(person) {
  await person.page.getByRole('button', {name: 'Sign in with a passkey'}).click();
  await person.page.getByText('Your device stopped').waitFor();
}

// She looks at what she typed, and it is a password again when the form goes.
async function looks_at_what_she_types(person) {
  const password = person.page.locator('#password');
  await person.go('/desk');
  await password.fill('three willows');
  await person.page.getByLabel('Show what I type').check();
  assert.equal(await password.getAttribute('type'), 'text');
  await person.page.getByLabel('Show what I type').uncheck();
  assert.equal(await password.getAttribute('type'), 'password');
  await person.page.getByLabel('Show what I type').check();
  const sent_as = person.page.evaluate(() => new Promise((tell) => {
    const field = document.querySelector('#password');
    field.form.addEventListener('submit', (event) => { event.preventDefault(); tell(field.type); });
  }));
  await person.page.getByRole('button', {name: 'Sign in', exact: true}).click();
  assert.equal(await sent_as, 'password');
}

export default async function tell(story) {
  story.town.base = story.town.base.replace('127.0.0.1', 'localhost');  // no browser makes a passkey for an address of numbers
  const clerk = await Person.at(story, {width: 360});
  const device = await device_of(clerk);
  await looks_at_what_she_types(clerk);
  await clerk.sign_in('gaoyun');
  await clerk.go('/desk/account');
  await clerk.reads('You have none yet');
  await clerk.write('A name for it', 'telephone');
  await clerk.write('Your password', 'not this one');
  await clerk.press('Continue');
  await clerk.reads('is not right');
  await clerk.write('Your password', 'three willows by the ditch');
  await clerk.press('Continue');
  await clerk.does_not_read('This needs a browser');
  await clerk.press('Make the passkey');
  await clerk.reads('telephone');
  await clerk.reads('not yet');

  await sign_out(clerk);
  await clerk.go('/desk');
  await clerk.press('Sign in with a passkey');
  assert.equal(await clerk.page.getByLabel('Password').count(), 0);
  await clerk.go('/desk/account');
  await clerk.does_not_read('not yet');

  await sign_out(clerk);
  await clerk.go('/desk');
  await device.verifies(false);
  await press_in_vain(clerk);
  await device.verifies(true);
  await clerk.press('Sign in with a passkey');
  await clerk.go('/desk/account');
  await clerk.press('Remove');
  await clerk.reads('You have none yet');
  await sign_out(clerk);
  await clerk.go('/desk');
  await clerk.press('Sign in with a passkey');
  await clerk.reads('This passkey opens nothing here');

  const careful = await Person.at(story, {scripts: false});
  await careful.go('/desk');
  assert.equal(await careful.page.getByRole('button', {name: 'Sign in with a passkey'}).count(), 0);
  assert.equal(await careful.page.getByLabel('Show what I type').isVisible(), false);
  await careful.sign_in('suhe');
  await careful.go('/desk/account');
  await careful.write('A name for it', 'laptop');
  await careful.write('Your password', 'three willows by the ditch');
  await careful.press('Continue');
  await careful.reads('This needs a browser that knows passkeys');
}
