// On Node 20 a worker cannot start from a TypeScript file, so this file registers tsx first. The JavaScript packages are
// imported before that: through tsx's hooks they take twice as long.
await Promise.all([import('kysely'), import('libsql'), import('pg')]);
if (!process.features.typescript) (await import('tsx/esm/api')).register();
await import('./worker.ts');
