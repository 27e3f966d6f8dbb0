// On Node 20 a worker cannot start from a TypeScript file, so this file registers tsx first. The JavaScript packages are
// imported before that: through tsx's hooks Vega's many files take three times as long.
await Promise.all([import('vega'), import('vega-lite'), import('d3-cloud')]);
if (!process.features.typescript) (await import('tsx/esm/api')).register();
await import('./worker.ts');
