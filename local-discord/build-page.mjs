// Bundles the page into dist/page, with the licences of the packages in the bundle. Runs before `npm pack`, after tsc.
import { copyFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';
import { bundleOptions } from './dist/page-server/bundle.js';

const source = new URL('page/', import.meta.url);
const target = new URL('dist/page/', import.meta.url);

const { metafile } = await build({ ...bundleOptions(source), outdir: 'dist/page', metafile: true });
for (const name of ['index.html', 'icon.svg']) copyFileSync(new URL(name, source), new URL(name, target));

const folders = Object.keys(metafile.inputs).flatMap(
  (path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+\//.exec(path)?.[0] ?? [],
);
const licences = [...new Set(folders)].sort().map((folder) => {
  const { name, version, license } = JSON.parse(readFileSync(`${folder}package.json`, 'utf8'));
  const files = readdirSync(folder).filter((file) => /^licen[cs]e/i.test(file));
  const texts = files.map((file) => readFileSync(folder + file, 'utf8').trim());
  return [`${name} ${version} (${license})`, ...texts].join('\n\n');
});
writeFileSync(new URL('licenses.txt', target), `${licences.join(`\n\n${'-'.repeat(80)}\n\n`)}\n`);
