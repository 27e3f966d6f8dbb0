import { type DestinationStream, type Logger, pino } from 'pino';
import { z } from 'zod';

/** A structured log on standard output: one JSON line an event. */
export const createLog = (level: string): Logger =>
  createLogTo(pino.destination({ fd: 1, sync: false }), level);

/**
 * A structured log to any stream. Of an error it has only the fields of `describeError`, because Discord's errors have the
 * interaction's token in their URL.
 */
export function createLogTo(stream: DestinationStream, level: string): Logger {
  return pino(
    {
      level,
      base: null,
      redact: { paths: ['token', '*.token', 'url', '*.url'], censor: '[redacted]' },
      serializers: { error: describeError },
    },
    stream,
  );
}

/** An error's name, message, code and stack. */
export function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { message: String(error) };
  const { name, message, stack } = error;
  return { name, message, ...('code' in error ? { code: error.code } : {}), stack };
}

/** A log for a person at a terminal: one line an event, without the details that only programs need. */
export interface Notices extends DestinationStream {
  /** Sends later lines to `show`, for a prompt that must not be overwritten. */
  showBy(show: (line: string) => void): void;
}

const LogEntry = z.object({
  level: z.number(),
  msg: z.string().optional(),
  command: z.string().optional(),
  id: z.string().optional(),
  error: z.object({ message: z.string(), stack: z.string().optional() }).optional(),
});

/** pino's number for the level `error`. */
const ERROR = 50;

/** A stream for `createLogTo` that passes each line to `show`; `stacks` adds the errors' stacks. */
export function createNotices(show: (line: string) => void, { stacks = false } = {}): Notices {
  let showLine = show;
  return {
    write: (entry) => showLine(noticeOf(entry, stacks)),
    showBy(next) {
      showLine = next;
    },
  };
}

/**
 * "⚠ /recargar aplicar: Kaboom! (1a2b3c4d)": the command, the message, the first line of the error, and the id that the
 * person's reply shows.
 */
function noticeOf(entry: string, stacks: boolean): string {
  const { level, msg, command, id, error } = LogEntry.parse(JSON.parse(entry));
  const sign = level >= ERROR ? '✖' : '⚠';
  const about = [
    command === undefined ? [] : [`/${command}`],
    msg ?? [],
    error?.message.split('\n')[0] ?? [],
  ];
  const line = `${sign} ${about.flat().join(': ')}${id === undefined ? '' : ` (${id})`}`;
  return stacks && error?.stack !== undefined ? `${line}\n${error.stack}` : line;
}
