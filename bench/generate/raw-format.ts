/** A text as Python's `repr` writes it: double quotes where it holds an apostrophe and no double quote. */
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

/** A list of dicts that are already text. */
export function pythonList(entries: readonly string[]): string {
  return `[${entries.join(', ')}]`;
}
