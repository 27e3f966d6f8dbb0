import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import type { StoreLocation } from '../../src/store/location.ts';
import { afterFile } from '../support/endings.ts';

/** The result of a process that opened a store. */
export interface Opened {
  readonly signal: string | null;
  readonly code: number | null;
  readonly statements: number;
  readonly errors: string;
}

/** Bundles `opener.ts` into one file: without loading a compiler, a process starts ten times faster. */
export async function buildOpener(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'filmoteca-opener-'));
  afterFile(() => rmSync(folder, { recursive: true }));
  const outfile = join(folder, 'opener.cjs');
  const entryPoints = [resolve('test/store/opener.ts')];
  const external = ['libsql', 'pg-native'];
  await build({ entryPoints, outfile, bundle: true, platform: 'node', format: 'cjs', external });
  return outfile;
}

/** Opens a store in one process for each number, at the same time. A number is as in `opener.ts`; 0: not killed. */
export async function openInProcesses(
  opener: string,
  location: StoreLocation,
  killAfter: readonly number[],
): Promise<Opened[]> {
  const env = { ...process.env, NODE_PATH: resolve('node_modules') };
  const children = killAfter.map((number) =>
    spawn(process.execPath, [opener, JSON.stringify(location), String(number)], { env }),
  );
  await Promise.all(children.map((child) => once(child, 'spawn')));
  const outcomes = children.map(outcomeOf);
  for (const child of children) child.stdin?.write('open\n');
  return Promise.all(outcomes);
}

async function outcomeOf(child: ChildProcess): Promise<Opened> {
  let [out, errors] = ['', ''];
  child.stdout?.on('data', (data) => {
    out += data;
  });
  child.stderr?.on('data', (data) => {
    errors += data;
  });
  const [code, signal] = await once(child, 'close');
  return { code, signal, statements: Number(out), errors };
}
