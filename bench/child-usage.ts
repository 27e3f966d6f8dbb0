import type { ChildProcess } from 'node:child_process';
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

/** Flags for `fork`: the child can then be asked for its usage. */
export const usageFlags = ['--import', 'tsx', '--import', new URL('report-usage.ts', import.meta.url).href];

/** Asks a child that was forked with `usageFlags`. Rejects if the child exits first. */
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
