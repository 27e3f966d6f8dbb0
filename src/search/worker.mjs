// On Node 20 a worker's entry cannot be TypeScript, even if its parent runs under tsx: load tsx here.
if (!process.features.typescript) (await import('tsx/esm/api')).register();
await import('./worker.ts');
