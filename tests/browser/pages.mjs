// Every page at two widths in both languages, in Debian's Chromium without scripts of ours: axe finds nothing, nothing scrolls
// sideways, each stop of the keyboard is seen. Usage: node pages.mjs <program that serves the town> [folder for pictures]
import {mkdirSync} from 'node:fs';
import {join} from 'node:path';
import {browse, context_of, faults_of, overflow_of, serve} from './browser.mjs';
import {places} from './places.mjs';

const [program, pictures] = process.argv.slice(2);
const widths = [360, 1280];
const languages = ['en', 'zh'];
const town = await serve(program);
const pages = places(town);
const faults = [];
const fail = (where, what) => faults.push(`${where}: ${what}`);

async function keyboard_is_seen(page, where) {
  await page.evaluate(() => document.body.focus());
  let last = '';
  for (let stop = 0; stop < 200; ++stop) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate(() => {
      const e = document.activeElement;
      if (!e || e === document.body) return null;
      const box = e.getBoundingClientRect();
      return {id: [...document.querySelectorAll('*')].indexOf(e), wide: box.width, high: box.height, left: box.left, html: e.outerHTML.slice(0, 90)};
    });
    if (!at) return;
    if (at.wide < 1 || at.high < 1 || at.left < 0) fail(where, `a stop that is not seen: ${at.html}`);
    if (`${at.id}` === last) return;
    last = `${at.id}`;
  }
}

const browser = await browse();
// What hangs on the board comes out on one sheet of A4.
async function print_on_one_sheet(page, name, open, language) {
  await open(page, language);
  const paper = (await page.pdf({preferCSSPageSize: true})).toString('latin1');
  const sheets = (paper.match(/\/Type\s*\/Page\b(?!s)/g) ?? []).length;
  if (sheets !== 1) fail(`${name}-${language} on paper`, `${sheets} sheets`);
}

let runs = 0;
try {
  const page = await (await context_of(browser)).newPage();
  for (const language of languages)
    for (const name of ['board', 'notice']) await print_on_one_sheet(page, name, pages[name], language);
  if (pictures) mkdirSync(pictures, {recursive: true});
  for (const width of widths) {
    for (const language of languages) {
      for (const [name, open] of Object.entries(pages)) {
        const where = `${name}-${language}-${width}`;
        await page.setViewportSize({width, height: 800});
        await open(page, language);
        if (pictures) await page.screenshot({path: join(pictures, `${where}.png`), fullPage: true});
        if (width === 360) {
          await page.setViewportSize({width: 320, height: 800});
          for (const fault of await overflow_of(page)) fail(`${where} at 320`, fault);
          await page.setViewportSize({width, height: 800});
        }
        await keyboard_is_seen(page, where);
        for (const fault of await faults_of(page)) fail(where, fault);
        ++runs;
      }
    }
  }
} finally {
  await browser.close();
  town.stop();
}
for (const fault of faults) console.error(fault);
console.log(`${runs} pages looked at, ${faults.length} faults`);
process.exit(faults.length > 0 || runs === 0 ? 1 : 0);
