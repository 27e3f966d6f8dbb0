import { codeOf } from './files.ts';
import { wording } from './report.ts';

/** A failure that a retry may fix. `wait` is the server's Retry-After in milliseconds. */
export class Interruption extends Error {
  override readonly name = 'Interruption';
  readonly wait: number;

  constructor(message: string, wait = 0) {
    super(message);
    this.wait = wait;
  }
}

const sentences: Record<string, string> = {
  ECONNREFUSED: wording.refused,
  ENOTFOUND: wording.unknownHost,
  EAI_AGAIN: wording.unknownHost,
  ECONNRESET: wording.cut,
  UND_ERR_SOCKET: wording.cut,
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: wording.cut,
};

/** An Interruption for an error of fetch or of reading its body; the reason is in the error's cause. */
export function explainFetch(error: unknown): Interruption {
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
  const code = codeOf(cause);
  const message = cause instanceof Error ? cause.message : String(cause);
  return new Interruption(sentences[code] ?? wording.noConnection(code || message));
}
