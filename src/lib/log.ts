import { type DestinationStream, type Logger, pino } from 'pino';

/** The structured log, a JSON line an event, on standard output. */
export const createLog = (level: string): Logger =>
  createLogTo(pino.destination({ fd: 1, sync: false }), level);

/**
 * The structured log into any stream. Errors are logged by what they are, never by what they carry: Discord's hold
 * the interaction's token in their url.
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

/** Name, code and stack of an error; nothing of its other fields. */
export function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { message: String(error) };
  const { name, message, stack } = error;
  return { name, message, ...('code' in error ? { code: error.code } : {}), stack };
}
