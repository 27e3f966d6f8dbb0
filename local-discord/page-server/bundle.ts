import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { BuildOptions } from 'esbuild';

const folder = new URL('../page/', import.meta.url);
const unbundled = ['index.html', 'icon.svg'];

/** The files of the page by name: HTML, icon, script, styles and fonts. */
export type PageFiles = Map<string, Uint8Array>;

/** Returns the files of the page. The published package has them bundled; in the repository esbuild bundles them in memory. */
export async function loadPage(): Promise<PageFiles> {
  if (existsSync(new URL('main.js', folder))) return readFiles(await readdir(folder));
  const { build } = await import('esbuild');
  const { outputFiles } = await build({ ...bundleOptions(folder), outdir: '/page', write: false });
  const bundled = outputFiles.map(
    ({ path, contents }) => [path.split(/[/\\]/).at(-1) ?? '', contents] as const,
  );
  return new Map([...(await readFiles(unbundled)), ...bundled]);
}

async function readFiles(names: readonly string[]): Promise<PageFiles> {
  return new Map(
    await Promise.all(names.map(async (name) => [name, await readFile(new URL(name, folder))] as const)),
  );
}

/** Returns esbuild's options for the page whose source is in that folder. */
export const bundleOptions = (source: URL): BuildOptions => ({
  entryPoints: [fileURLToPath(new URL('main.ts', source))],
  assetNames: '[name]',
  bundle: true,
  format: 'esm',
  target: 'es2022',
  minify: true,
  loader: { '.woff2': 'file' },
  logLevel: 'silent',
});
