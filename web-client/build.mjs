// node build.mjs OUT NAME..: bundles scripts/NAME.ts into OUT/NAME.js, one plain file a page, for an Android browser of five
// years ago (Chrome 81). Calls the library of esbuild, which runs whether or not npm was allowed to run its install script.
import {build} from 'esbuild';
import {fileURLToPath} from 'node:url';

const [outdir, ...names] = process.argv.slice(2);
const scripts = fileURLToPath(new URL('scripts/', import.meta.url));
await build({
    entryPoints: names.map((name) => `${scripts}${name}.ts`),
    outdir,
    bundle: true,
    minify: true,
    format: 'iife',
    target: ['chrome81', 'es2019'],
    charset: 'utf8',
    logLevel: 'warning',
});
