// Makes the pictures of the gallery: a dozen pages of the test town, small ones, at two widths and in both languages.
// Usage: node gallery.mjs <program that serves the town> <folder>
import {writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {browse, context_of, serve} from './browser.mjs';
import {places} from './places.mjs';

const pictures = [
  ['office', 'zh', 360], ['office', 'en', 1280],
  ['raise_points', 'zh', 360], ['raise_files_taken', 'en', 360], ['raise_check', 'en', 1280],
  ['matter_late', 'zh', 360], ['matter_answered', 'en', 1280],
  ['receipt_slip', 'zh', 360], ['held', 'en', 360],
  ['desk', 'en', 1280], ['desk_matter', 'zh', 1280],
  ['desk_field_writing', 'zh', 360], ['board', 'en', 1280],
  ['procedure', 'zh', 360], ['record', 'en', 1280],
];
const high_max = 1500;

const [program, folder] = process.argv.slice(2);
const town = await serve(program);
const browser = await browse();
try {
  const page = await (await context_of(browser)).newPage();
  const lens = await page.context().newCDPSession(page);
  for (const [name, language, width] of pictures) {
    await page.setViewportSize({width, height: 800});
    await places(town)[name](page, language);
    const height = Math.min(high_max, await page.evaluate(() => document.documentElement.scrollHeight));
    const {data} = await lens.send('Page.captureScreenshot', {
      format: 'webp', quality: 60, captureBeyondViewport: true, clip: {x: 0, y: 0, width, height, scale: width > 360 ? 0.7 : 1},
    });
    writeFileSync(join(folder, `${name}-${language}-${width}.webp`), Buffer.from(data, 'base64'));
  }
  console.log(`${pictures.length} pictures in ${folder}`);
} finally {
  await browser.close();
  town.stop();
}
