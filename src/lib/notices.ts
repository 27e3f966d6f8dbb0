import type { DestinationStream } from 'pino';
import { z } from 'zod';

const Entry = z.object({
  level: z.number(),
  msg: z.string().optional(),
  command: z.string().optional(),
  id: z.string().optional(),
  error: z.object({ message: z.string(), stack: z.string().optional() }).optional(),
});

const ERROR = 50;

/** The log for a person at a terminal: a line an entry, without the details of programs. */
export interface Notices extends DestinationStream {
  /** Hands the lines to `show` from now on, for a prompt that must not be written over. */
  showBy(show: (line: string) => void): void;
}

/** Turns the lines of the log into notices; `show` gets them until somebody else does. `stacks` are added for debugging. */
export function createNotices(show: (line: string) => void, { stacks = false } = {}): Notices {
  let shown = show;
  return {
    write: (entry) => shown(noticeOf(entry, stacks)),
    showBy(next) {
      shown = next;
    },
  };
}

/** "⚠ /recargar aplicar: Kaboom! (1a2b3c4d)": what it is about, the first line of the error, and the id that a person was told. */
function noticeOf(entry: string, stacks: boolean): string {
  const { level, msg, command, id, error } = Entry.parse(JSON.parse(entry));
  const sign = level >= ERROR ? '✖' : '⚠';
  const about = [
    command === undefined ? [] : [`/${command}`],
    msg ?? [],
    error?.message.split('\n')[0] ?? [],
  ];
  const line = `${sign} ${about.flat().join(': ')}${id === undefined ? '' : ` (${id})`}`;
  return stacks && error?.stack !== undefined ? `${line}\n${error.stack}` : line;
}
