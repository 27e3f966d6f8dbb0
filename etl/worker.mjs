import { workerData } from 'node:worker_threads';

// A worker cannot begin with a TypeScript file on Node 20, even where its parent runs under tsx: this one loads tsx first.
if (!process.features.typescript) (await import('tsx/esm/api')).register();
await import(workerData.module);
