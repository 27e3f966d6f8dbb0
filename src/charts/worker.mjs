// A worker cannot begin with a TypeScript file on Node 20, even where its parent runs under tsx: this one loads tsx first.
// What is JavaScript anyway comes before it: through tsx the many files of Vega take three times as long.
await Promise.all([import('vega'), import('vega-lite'), import('d3-cloud')]);
if (!process.features.typescript) (await import('tsx/esm/api')).register();
await import('./worker.ts');
