import { type ChildProcess, type StdioOptions, spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const project = fileURLToPath(new URL('../..', import.meta.url));

/** `shown`: what the ETL writes goes to the terminal. `told`: it sends its progress as messages, and stderr is read. */
const outputs = {
  shown: ['ignore', 'inherit', 'inherit'],
  told: ['ignore', 'ignore', 'pipe', 'ipc'],
} satisfies Record<string, StdioOptions>;

/** The ETL in a process of its own, which publishes in `folder`. */
export function startEtl(
  folder: string,
  args: readonly string[],
  output: keyof typeof outputs,
): ChildProcess {
  const words = ['--import', 'tsx', 'etl/main.ts', '--to', resolve(folder), ...args];
  return spawn(process.execPath, words, { cwd: project, stdio: outputs[output] });
}

/** Waits until a process has ended and all it wrote is read; gives its exit code and the signal that ended it. */
export async function ended(
  child: ChildProcess,
): Promise<{ code: number | null; signal: NodeJS.Signals | null }> {
  const [code, signal] = await once(child, 'close');
  return { code, signal };
}
