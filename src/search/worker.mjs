import { importTypeScript } from '../lib/import-typescript.mjs';

await importTypeScript(new URL('worker.ts', import.meta.url).href);
