export const LINE_FEED = 10;
export const RETURN = 13;
export const COMMA = 44;

/** How a file writes CSV and what is in it. */
export interface Dialect {
  /** The code of the character between fields. */
  separator: number;
  /** LINE_FEED, also where a RETURN stands before it, or RETURN. */
  lineEnd: number;
  /** Whether 3/4/1995 is 3 April; undefined where the file's first rows do not tell. */
  dayFirst?: boolean | undefined;
}

export const plainDialect: Dialect = { separator: COMMA, lineEnd: LINE_FEED };

/** What csv-parse is told of a dialect. */
export const csvOptions = ({ separator, lineEnd }: Dialect) => ({
  delimiter: String.fromCharCode(separator),
  record_delimiter: lineEnd === RETURN ? ['\r'] : ['\r\n', '\n'],
  relax_column_count: true,
  skip_empty_lines: true,
});
