import * as module from 'node:module';
import { fileURLToPath } from 'node:url';

/** Where Node's compiled code and, on Node 20, JavaScript made from TypeScript is kept. */
const cache = fileURLToPath(new URL('../../node_modules/.cache/filmoteca/', import.meta.url));

/**
 * Imports a TypeScript module of this project. Node 22.18 and later strip its types; for Node 20 it is bundled as JavaScript.
 * Programs and workers start with it, because Node 20 cannot start from a TypeScript file.
 */
export async function importTypeScript(url) {
  // Without it, a start compiles the packages again, which takes half of its time. It needs Node 22; failures are harmless.
  module.enableCompileCache?.(cache);
  if (process.features.typescript) return import(url);
  const { bundleTypeScript } = await import('./bundle-typescript.mjs');
  return import(await bundleTypeScript(url, cache));
}
