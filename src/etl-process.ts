import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const project = fileURLToPath(new URL('..', import.meta.url));

/** The ETL in a process of its own, which publishes in `folder`. `output` is where its lines go. */
export function startEtl(folder: string, args: readonly string[], output: 'inherit' | 'pipe'): ChildProcess {
  const words = ['--import', 'tsx', 'etl/main.ts', '--to', resolve(folder), ...args];
  return spawn(process.execPath, words, { cwd: project, stdio: ['ignore', output, output] });
}

/** Waits until a process has ended and all it wrote is read; gives whether it succeeded. */
export async function succeeds(child: ChildProcess): Promise<boolean> {
  const [code] = await once(child, 'close');
  return code === 0;
}
