export const LINE_FEED = 10;
export const RETURN = 13;
export const COMMA = 44;

/** The CSV dialect of a file. */
export interface Dialect {
  /** The character code between fields. */
  separator: number;
  /** LINE_FEED (also for CRLF) or RETURN. */
  lineEnd: number;
  /** Whether 3/4/1995 is 3 April; `undefined` if the first rows do not show it. */
  dayFirst?: boolean | undefined;
}

export const plainDialect: Dialect = { separator: COMMA, lineEnd: LINE_FEED };

/** The options of csv-parse for a dialect. */
export const csvOptions = ({ separator, lineEnd }: Dialect) => ({
  delimiter: String.fromCharCode(separator),
  record_delimiter: lineEnd === RETURN ? ['\r'] : ['\r\n', '\n'],
  relax_column_count: true,
  skip_empty_lines: true,
});
