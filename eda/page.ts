import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { palette } from '../src/charts/theme.ts';

/** A table of the page. Columns of figures are right-aligned. */
export interface PageTable {
  caption: string;
  heads: readonly string[];
  rows: readonly (readonly string[])[];
}

/** A section; its parts are HTML. */
export interface Section {
  id: string;
  heading: string;
  parts: readonly string[];
}

export const escapeHtml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

export const paragraph = (text: string) => `<p>${escapeHtml(text)}</p>`;

const isFigure = (cell: string) => /^(?:[<−-] ?)?[$\d]|^USD|^—$|^$/u.test(cell);

/** A table as HTML. A long table scrolls on screen and prints in full. */
export function table({ caption, heads, rows }: PageTable): string {
  const align = heads.map((_, column) =>
    column > 0 && rows.every((row) => isFigure(row[column] ?? '')) ? ' class="figure"' : '',
  );
  const cell = (text: string, column: number) =>
    column === 0
      ? `<th scope="row">${escapeHtml(text)}</th>`
      : `<td${align[column]}>${escapeHtml(text)}</td>`;
  const cells = (row: readonly string[]) => row.map(cell).join('');
  const head = heads
    .map((name, column) => `<th scope="col"${align[column]}>${escapeHtml(name)}</th>`)
    .join('');
  const body = rows.map((row) => `<tr>${cells(row)}</tr>`).join('\n');
  return `<div class="scroll" role="region" tabindex="0" aria-label="${escapeHtml(caption)}"><table>
<caption>${escapeHtml(caption)}</caption>
<thead><tr>${head}</tr></thead>
<tbody>
${body}
</tbody></table></div>`;
}

/** A chart with its caption, in the page's colours, dark or light. */
export function figure(svg: string, alt: string, caption: string): string {
  return `<figure>${svgOfPage(svg, alt)}<figcaption>${escapeHtml(caption)}</figcaption></figure>`;
}

/** Vega's SVG in the page's colours and font, with alternative text. */
function svgOfPage(svg: string, alt: string): string {
  const coloured = Object.entries(palette).reduce(
    (text, [name, colour]) => text.replaceAll(`"${colour}"`, () => `"var(--${name})"`),
    svg,
  );
  return coloured
    .replaceAll(/ font-family="[^"]*"/gu, '')
    .replace('<svg ', () => `<svg role="img" aria-label="${escapeHtml(alt)}" `);
}

/** The page as one self-contained HTML file. */
export function page(
  head: { language: string; title: string; contents: string },
  intro: string,
  sections: readonly Section[],
): string {
  const contents = sections
    .map(({ id, heading }) => `<li><a href="#${id}">${escapeHtml(heading)}</a></li>`)
    .join('');
  const chapters = sections
    .map(
      ({ id, heading, parts }) =>
        `<section id="${id}"><h2>${escapeHtml(heading)}</h2>\n${parts.join('\n')}</section>`,
    )
    .join('\n');
  return `<!doctype html>
<html lang="${head.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(head.title)}</title>
<style>${fontFaces()}
${style}</style>
</head>
<body>
<header><h1>${escapeHtml(head.title)}</h1>
${intro}</header>
<nav aria-label="${escapeHtml(head.contents)}"><ol>${contents}</ol></nav>
<main>
${chapters}
</main>
</body>
</html>
`;
}

const require = createRequire(import.meta.url);

/** The charts' font, Latin only, embedded in the page. */
function fontFaces(): string {
  return [400, 700]
    .map((weight) => {
      const file = require.resolve(`@fontsource/noto-sans/files/noto-sans-latin-${weight}-normal.woff2`);
      const data = readFileSync(file).toString('base64');
      return `@font-face{font-family:"Filmoteca";font-weight:${weight};src:url(data:font/woff2;base64,${data}) format("woff2")}`;
    })
    .join('\n');
}

const style = `
:root{--card:#ffffff;--ink:#1d1c1a;--muted:#5b5f68;--grid:#dcdad4;--bar:#f0d9a8;--amber:#b06d00;--sky:#0a6ca8;--pink:#a2447a;--green:#00765a;--page:#f7f5f0}
@media (prefers-color-scheme:dark){:root{--card:${palette.card};--ink:${palette.ink};--muted:${palette.muted};--grid:${palette.grid};--bar:${palette.bar};--amber:${palette.amber};--sky:${palette.sky};--pink:${palette.pink};--green:${palette.green};--page:#121317}}
@media print{:root{--card:#ffffff;--ink:#000000;--muted:#444444;--grid:#cccccc;--bar:#f0d9a8;--amber:#b06d00;--sky:#0a6ca8;--pink:#a2447a;--green:#00765a;--page:#ffffff}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:62rem;padding:2rem 1.25rem 4rem;background:var(--page);color:var(--ink);font:1rem/1.6 "Filmoteca","Noto Sans",system-ui,sans-serif}
h1{font-size:2rem;line-height:1.2;margin:0 0 .5rem}
h2{font-size:1.4rem;margin:3rem 0 .75rem;padding-top:1rem;border-top:1px solid var(--grid)}
a{color:var(--sky)}
nav ol{columns:2;padding-left:1.25rem}
figure{margin:1rem 0;padding:1.25rem;background:var(--card);border:1px solid var(--grid);border-radius:14px;break-inside:avoid}
svg{display:block;width:100%;max-width:46rem;height:auto;margin:auto}
svg text{font-family:"Filmoteca","Noto Sans",system-ui,"Noto Sans CJK JP","Noto Sans JP",sans-serif}
figcaption{margin-top:1rem}
.scroll{max-height:30rem;overflow:auto;margin:1rem 0;border:1px solid var(--grid);border-radius:10px;background:var(--card)}
.scroll:focus-visible{outline:3px solid var(--sky)}
table{border-collapse:collapse;width:100%;font-size:.9rem}
caption{text-align:left;font-weight:700;padding:.75rem}
th,td{padding:.35rem .75rem;text-align:left;border-top:1px solid var(--grid);vertical-align:top}
thead th{position:sticky;top:0;background:var(--card)}
tbody th{font-weight:400}
.figure{text-align:right;font-variant-numeric:tabular-nums}
td.figure{white-space:nowrap}
@media print{body{max-width:none;font-size:10pt}.scroll{max-height:none;overflow:visible;border:0}nav{display:none}section{break-before:auto}h2,caption,thead{break-after:avoid}tr{break-inside:avoid}thead th{position:static}}
`;
