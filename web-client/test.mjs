// node test.mjs OUT: bundles tests/*_test.mjs with the TypeScript that they import, and runs them by node's own test runner.
import {spawnSync} from 'node:child_process';
import {readdirSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {build} from 'esbuild';

const [outdir] = process.argv.slice(2);
const folder = fileURLToPath(new URL('tests/', import.meta.url));
const tests = readdirSync(folder).filter((name) => name.endsWith('_test.mjs'));
await build({
    entryPoints: tests.map((name) => folder + name),
    outdir,
    outExtension: {'.js': '.mjs'},
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node18',
    logLevel: 'warning',
});
const {status} = spawnSync(process.execPath, ['--test', ...tests.map((name) => `${outdir}/${name}`)], {stdio: 'inherit'});
process.exit(status ?? 1);
