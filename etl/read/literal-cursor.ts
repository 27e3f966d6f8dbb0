/** A literal that cannot be read; `offset` counts UTF-16 units from the start of the text. */
export class LiteralError extends Error {
  readonly offset: number;
  constructor(message: string, offset: number) {
    super(message);
    this.offset = offset;
  }
}

/** A text and the place in it where a parser stands. */
export interface Cursor {
  readonly text: string;
  at: number;
  depth: number;
  /** Where the next backslash is, so that a string without one is a single slice. */
  backslash: number;
}

const TAB = 9;
const LINE_FEED = 10;
const FORM_FEED = 12;
const RETURN = 13;
const SPACE = 32;
export const DOUBLE_QUOTE = 34;
export const SINGLE_QUOTE = 39;

/** Throws a LiteralError; whatever fails at the end of the text fails because the literal is cut off. */
export function fail(cursor: Cursor, message: string, at = cursor.at): never {
  throw new LiteralError(at >= cursor.text.length ? 'the literal is cut off' : message, at);
}

export function skipSpace(cursor: Cursor): void {
  for (;;) {
    const code = cursor.text.charCodeAt(cursor.at);
    const isSpace =
      code === SPACE || code === LINE_FEED || code === TAB || code === RETURN || code === FORM_FEED;
    if (!isSpace) return;
    cursor.at++;
  }
}
