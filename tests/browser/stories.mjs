// Tells a story in a browser, each in a town of its own, and fails with the first thing that is not so.
// Usage: node stories.mjs <program that serves the town> <name of the story> [folder for pictures]
import {mkdirSync} from 'node:fs';
import {browse, serve} from './browser.mjs';

const [program, name, pictures] = process.argv.slice(2);
const {default: tell} = await import(`./story_${name}.mjs`);
if (pictures) mkdirSync(pictures, {recursive: true});
const town = await serve(program);
const browser = await browse();
const story = {name, town, browser, pictures, pages: 0, days: (days) => town.tell({days}), letters_go: () => town.tell({days: 0})};
try {
  await tell(story);
  console.log(`${name}: told over ${story.pages} pages`);
} finally {
  await browser.close();
  town.stop();
}
