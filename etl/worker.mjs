import { workerData } from 'node:worker_threads';

// On Node 20 a worker's entry cannot be TypeScript, even if its parent runs under tsx: this entry registers tsx first.
if (!process.features.typescript) (await import('tsx/esm/api')).register();
await import(workerData.module);
