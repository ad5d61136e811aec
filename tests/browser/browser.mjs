// What the tests in a browser share: a town that is served, Debian's Chromium, and what holds for every page of ours.
import {spawn} from 'node:child_process';
import {readFileSync} from 'node:fs';
import {createInterface} from 'node:readline';
import {fileURLToPath} from 'node:url';
import {chromium} from 'playwright-core';

const axe = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

// A program that prints one line of JSON when it serves, and one for each line that it is told.
export async function serve(program) {
  const serving = spawn(program, {stdio: ['pipe', 'pipe', 'inherit']});
  const lines = createInterface(serving.stdout);
  const line = () => new Promise((said, silent) => {
    lines.once('line', said);
    serving.once('exit', () => silent(new Error(`${program} ended`)));
  });
  const town = JSON.parse(await line());
  return {
    ...town,
    base: `http://127.0.0.1:${town.port}`,
    async tell(order) {
      const answer = line();
      serving.stdin.write(`${JSON.stringify(order)}\n`);
      await answer;
    },
    stop: () => serving.stdin.end(),
  };
}

export const browse = () => chromium.launch({
  executablePath: process.env.HEARTH_CHROMIUM ?? '/usr/bin/chromium',
  // Whoever records hears a tone and is not asked.
  args: ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream', '--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'],
});

// bypassCSP is for axe, which a page of ours would not run.
export const context_of = (browser, more) => browser.newContext({bypassCSP: true, ...more});

export async function overflow_of(page) {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  return over > 0 ? [`scrolls sideways by ${over} px`] : [];
}

// What a page is at fault with; nothing when all is well.
export async function faults_of(page) {
  const faults = [];
  const inline = page.locator('script:not([src^="/script/"]), [onclick], [style]:not([style=""])');
  if (await inline.count()) faults.push(`holds a script or inline style: ${await inline.first().evaluate((e) => e.outerHTML.slice(0, 200))}`);
  faults.push(...await overflow_of(page));
  await page.evaluate(axe);
  const {violations} = await page.evaluate((values) => axe.run(document, {runOnly: {type: 'tag', values}}), tags);
  for (const v of violations) faults.push(`${v.id}: ${v.help}; ${v.nodes[0].target} ${v.nodes[0].html.slice(0, 120)}`);
  return faults;
}

export const pressed = async (page, locator) => Promise.all([page.waitForNavigation(), locator.click()]);
