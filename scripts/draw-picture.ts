// `npm run picture`: draws the README's picture of a reply, from the output of the command over the sample.
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';

const SIZE = { character: 8.4, line: 19, margin: 22 };

const { stdout, status } = spawnSync(
  process.execPath,
  ['bin/run.mjs', 'bin/ask.ts', 'pelicula', 'titulo=El secreto de sus ojos', '--lang', 'es'],
  { encoding: 'utf8', env: { ...process.env, COLUMNS: '80' } },
);
if (status !== 0) throw new Error('the command failed: run `npm run etl` first');

const lines = ['/pelicula titulo: El secreto de sus ojos', '', ...stdout.trimEnd().split('\n')];
const width = Math.round(2 * SIZE.margin + 80 * SIZE.character);
const height = 2 * SIZE.margin + lines.length * SIZE.line;
const escapeXml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const rows = lines.map((line, index) => {
  const y = SIZE.margin + (index + 0.75) * SIZE.line;
  const fill = index === 0 ? '#e8b95b' : line.startsWith('[') ? '#9fb8ff' : '#dbdee1';
  return `  <text x="${SIZE.margin}" y="${y}" fill="${fill}" xml:space="preserve">${escapeXml(line)}</text>`;
});
writeFileSync(
  'docs/reply.svg',
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" font-family="ui-monospace, Menlo, Consolas, DejaVu Sans Mono, monospace" font-size="14">
  <rect width="100%" height="100%" rx="10" fill="#1e1f22"/>
${rows.join('\n')}
</svg>
`,
);
console.log('docs/reply.svg');
