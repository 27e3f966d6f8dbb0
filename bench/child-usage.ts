import { type ChildProcess, type ForkOptions, fork } from 'node:child_process';
import { once } from 'node:events';

/** Resource usage of a child process. */
export interface Usage {
  /** Resident memory in MB. */
  residentMb: number;
  /** CPU time since the start, in milliseconds. */
  cpuMs: number;
  /** Open handles that keep the process running. */
  open: string[];
}

/** Starts a program in TypeScript that can be asked for its usage. `options.execArgv` are more flags for Node. */
export function forkMeasured(
  program: string,
  args: readonly string[] = [],
  options: ForkOptions = {},
): ChildProcess {
  const reporter = ['--import', new URL('report-usage.mjs', import.meta.url).href];
  return fork('bin/run.mjs', [program, ...args], {
    ...options,
    execArgv: [...(options.execArgv ?? []), ...reporter],
  });
}

/** Asks a child of `forkMeasured`. Rejects if the child exits first. */
export async function readUsage(child: ChildProcess): Promise<Usage> {
  const message = firstMessage<Usage>(child);
  child.send('usage');
  return message;
}

/** The next message of a child. Rejects if the child exits first. */
export async function firstMessage<Message>(child: ChildProcess): Promise<Message> {
  const settled = new AbortController();
  const { signal } = settled;
  const exit = once(child, 'exit', { signal }).then(([code, killedBy]) => {
    throw new Error(`the process exited with ${code ?? killedBy}`);
  });
  try {
    const [message] = await Promise.race([once(child, 'message', { signal }), exit]);
    return message;
  } finally {
    settled.abort();
  }
}
