import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import { scaleTable } from '../bench/scale/estimate.ts';
import { commands } from '../commands/index.ts';
import { variables } from '../src/lib/config.ts';

type Described = {
  description: string;
  description_localizations?: Partial<Record<string, string | null | undefined>> | null | undefined;
};

const read = (file: string) => readFileSync(file, 'utf8');
const documents = execFileSync('git', ['ls-files', '*.md'], { encoding: 'utf8' }).trim().split('\n');
const spanish = documents.filter((file) => file.endsWith('.es.md'));

/** A text with other rows in its first table whose rows begin with `start`. */
function withRows(text: string, start: string, rows: readonly string[]): string {
  const lines = text.split('\n');
  const first = lines.findIndex((line) => line.startsWith(start));
  if (first < 0) throw new Error(`no row begins with ${start}`);
  const count = lines.slice(first).findIndex((line) => !line.startsWith(start));
  return lines.toSpliced(first, count, ...rows).join('\n');
}

const descriptionOf = (of: Described, language: string) =>
  language === 'en' ? of.description_localizations?.['en-US'] : of.description;

// These tables are made from the commands: `npx vitest run test/docs -u` writes them.
describe('the user documents', () => {
  it.each([
    ['docs/commands.md', 'en'],
    ['docs/commands.es.md', 'es'],
  ])('%s lists every command with the description that Discord shows', async (file, language) => {
    const rows = commands.flatMap(({ data }) => {
      const english = data.name_localizations?.['en-US'];
      const branches = (data.options ?? []).filter(
        (one) => one.type === ApplicationCommandOptionType.Subcommand,
      );
      const row = (name: string, inEnglish: string, of: Described) =>
        `| \`/${name}\` | \`/${inEnglish}\` | ${descriptionOf(of, language)} |`;
      if (branches.length === 0) return [row(data.name, `${english}`, data)];
      return branches.map((one) =>
        row(`${data.name} ${one.name}`, `${english} ${one.name_localizations?.['en-US']}`, one),
      );
    });
    await expect(withRows(read(file), '| `/', rows)).toMatchFileSnapshot(`../${file}`);
  });

  it.each([
    ['docs/http.md', 'en'],
    ['docs/http.es.md', 'es'],
  ])('%s lists every function with its path and required parameters', async (file, language) => {
    const signatures = commands.flatMap((command) => command.signatures);
    const rows = signatures.flatMap(({ name, es, en, options, json }) => {
      if (json === undefined) return [];
      const required = Object.entries(options).filter(([, option]) => option.required);
      // The first one is in the path.
      const others = required.slice(1).map(([name]) => `${name}=`);
      const query = others.length === 0 ? '' : `?${others.join('&')}`;
      return [`| \`${name}\` | \`GET ${json.path}${query}\` | ${language === 'en' ? en : es} |`];
    });
    await expect(withRows(read(file), '| `', rows)).toMatchFileSnapshot(`../${file}`);
  });

  it.each(['README.md', 'README.es.md'])('%s has the sentence that TMDB requires', (file) => {
    expect(read(file).replace(/\s+/gu, ' ')).toContain(
      'This product uses the TMDB API but is not endorsed or certified by TMDB.',
    );
  });
});

it('docs/scale.md has the table that npm run scale prints', () => {
  expect(read('docs/scale.md')).toContain(scaleTable().join('\n'));
});

describe('the documents', () => {
  it('exist in Spanish for the people who use the bot', () => {
    expect(spanish.length).toBeGreaterThan(9);
  });

  it.each(spanish)(
    '%s has the same headings, paragraphs, tables and examples as its English original',
    (file) => {
      const structure = (text: string) =>
        [/^#+ /gmu, /\n\n/gu, /^\|/gmu, /^```/gmu].map((part) => text.match(part)?.length ?? 0);
      expect(structure(read(file))).toEqual(structure(read(file.replace('.es.md', '.md'))));
    },
  );

  it.each(['README.md', 'README.es.md'])('%s has at most 700 words', (file) => {
    expect(read(file).trim().split(/\s+/u).length).toBeLessThanOrEqual(700);
  });

  it.each(documents)('%s links only to existing files', (file) => {
    const links = [...read(file).matchAll(/\]\((?!https?:)([^)#]+)\)/gu)].map((match) => match[1] ?? '');
    expect(links.filter((link) => !existsSync(join(dirname(file), link)))).toEqual([]);
  });

  it.each(documents)('%s names only existing npm scripts', (file) => {
    const { scripts } = JSON.parse(read('package.json'));
    const named = [...read(file).matchAll(/npm run (?:--silent )?([a-z][a-z:]*)/gu)].map(
      (match) => match[1] ?? '',
    );
    expect(named.filter((name) => scripts[name] === undefined)).toEqual([]);
  });

  it('ARCHITECTURE.md opens with a diagram and names only files and folders that exist', () => {
    const page = read('ARCHITECTURE.md');
    expect(page).toMatch(/^# Architecture\n\n```mermaid\n/u);
    const roots = [
      'bin',
      'commands',
      'src',
      'etl',
      'eda',
      'bench',
      'soak',
      'local-discord',
      'data',
      'docs',
      'test',
    ];
    const lines = page.split('\n').map((line) => {
      const named = [...line.matchAll(/`([^`\s]+)`/gu)].map(([, name = '']) => name);
      const folder =
        named.find((name) => roots.includes(name.split('/')[0] ?? '') && name.endsWith('/')) ?? '';
      return named
        .filter((name) => /\.(?:ts|md|sql)$/u.test(name) || roots.includes(name.split('/')[0] ?? ''))
        .map((name) => (name.includes('/') ? name : join(folder, name)));
    });
    const places = lines.flat();
    expect(places.length).toBeGreaterThan(20);
    expect(places.filter((place) => !existsSync(place))).toEqual([]);
  });
});

it('.env.example has every variable that the bot reads, with a comment and without a value', () => {
  const lines = read('.env.example').split('\n');
  const named = lines.flatMap((line) => /^([A-Z_]+)=$/u.exec(line)?.[1] ?? []);
  expect(named).toEqual(variables);
  expect(lines.filter((line) => line !== '' && !line.startsWith('#') && !/^[A-Z_]+=$/u.test(line))).toEqual(
    [],
  );
  for (const name of named) expect(lines[lines.indexOf(`${name}=`) - 1]).toMatch(/^# /u);
});
