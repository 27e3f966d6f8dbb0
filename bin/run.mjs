// Starts a program in TypeScript: node bin/run.mjs bin/bot.ts
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { importTypeScript } from '../src/lib/import-typescript.mjs';

const [node, , program = '', ...args] = process.argv;
process.argv = [node, resolve(program), ...args];
await importTypeScript(pathToFileURL(process.argv[1]).href);
