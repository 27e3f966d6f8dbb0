import { type DestinationStream, pino } from 'pino';
import { z } from 'zod';
import { type LogMessage, logText } from './log-text.ts';
import { type Language, sentenceOf } from './sentence.ts';

/** Writes an entry: its fields, and a message that is translated. */
interface Write {
  (fields: object, message?: LogMessage): void;
  (message: LogMessage): void;
}

/** A log whose messages are in the operator's language. A message without a translation does not compile. */
export type Log = Readonly<Record<'info' | 'warn' | 'error', Write>>;

/** A structured log on standard output: one JSON line an event. */
export const createLog = (level: string, language: Language = 'en'): Log =>
  createLogTo(pino.destination({ fd: 1, sync: false }), level, language);

/**
 * A structured log to any stream. Of an error it has only the fields of `describeError`, because Discord's errors have the
 * interaction's token in their URL.
 */
export function createLogTo(stream: DestinationStream, level: string, language: Language = 'en'): Log {
  return pino(
    {
      level,
      base: null,
      redact: { paths: ['token', '*.token', 'url', '*.url'], censor: '[redacted]' },
      serializers: { error: (error: unknown) => describeError(error, language) },
      hooks: {
        logMethod(args, write) {
          write.apply(this, language === 'es' ? translated(args) : args);
        },
      },
    },
    stream,
  );
}

/** The arguments of a log call with the message, which is the last one, in Spanish. */
function translated<Arguments extends unknown[]>(args: Arguments): Arguments {
  const spanish: Readonly<Record<string, string>> = logText;
  const message = args.at(-1);
  return (typeof message === 'string' ? args.with(-1, spanish[message] ?? message) : args) as Arguments;
}

/** An error's name, message, code and stack. */
export function describeError(error: unknown, language: Language = 'en'): Record<string, unknown> {
  const message = sentenceOf(error)[language];
  if (!(error instanceof Error)) return { message };
  const { name, stack } = error;
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
