/** The ways in which programs write an empty cell. */
const blankWords = new Set(
  '\\N NULL Null null None NONE none NaN NAN nan -NaN -nan NA <NA> N/A n/a #N/A #NA NaT 1.#QNAN -1.#IND'.split(
    ' ',
  ),
);

const LONGEST = 8;

/** The cell, or '' if it is blank or a word for "no value". */
export function cellValue(cell: string): string {
  if (cell.length > LONGEST) return cell;
  const trimmed = cell.trim();
  return trimmed === '' || blankWords.has(trimmed) ? '' : cell;
}

/** Whether a cell has no value. */
export const isBlankCell = (cell: string): boolean => cellValue(cell).trim() === '';
