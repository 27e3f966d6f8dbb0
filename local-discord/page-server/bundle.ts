import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** A file of the page as it is served. */
export type PageFile = { bytes: Uint8Array; type: string };

const types: Record<string, string> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  woff2: 'font/woff2',
};

const entry = fileURLToPath(new URL('../page/main.ts', import.meta.url));

/** Bundles the page, in memory. Returns its files by name: main.js, main.css and the fonts that it names. */
export async function bundlePage(): Promise<Map<string, PageFile>> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    outdir: '/page',
    assetNames: '[name]',
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    minify: true,
    loader: { '.woff2': 'file' },
    logLevel: 'silent',
  });
  return new Map(
    outputFiles.map(({ path, contents }) => {
      const name = path.replaceAll('\\', '/').split('/').at(-1) ?? '';
      return [name, { bytes: contents, type: types[name.split('.').at(-1) ?? ''] ?? 'text/plain' }];
    }),
  );
}
