import { workerData } from 'node:worker_threads';
import { importTypeScript } from '../src/lib/import-typescript.mjs';

await importTypeScript(workerData.module);
