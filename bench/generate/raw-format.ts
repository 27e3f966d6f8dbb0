/** One line of CSV. A cell is quoted only if necessary, as by Python's csv module. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(',')}\n`;
}

function csvCell(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** A text as Python's `repr` writes it: in double quotes if it contains an apostrophe and no double quote. */
export function pythonText(text: string | null): string {
  if (text === null) return 'None';
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  if (!/['"\\\n\t\u00a0\u200b]/.test(text)) return quote + text + quote;
  const escaped = text
    .replaceAll('\\', '\\\\')
    .replaceAll('\n', '\\n')
    .replaceAll('\t', '\\t')
    .replaceAll('\u00a0', '\\xa0')
    .replaceAll('\u200b', '\\u200b');
  return quote + (quote === "'" ? escaped.replaceAll("'", "\\'") : escaped) + quote;
}

/** A Python list of literals. */
export function pythonList(entries: readonly string[]): string {
  return `[${entries.join(', ')}]`;
}
