import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

const folders = ['src', 'commands', 'etl', 'eda', 'local-discord'];

const files = folders.flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name)),
);

/** What a file imports: own files by path from the root, packages by name. Types are erased and do not count. */
function importsOf(file: string): string[] {
  const code = readFileSync(file, 'utf8');
  const found = code.matchAll(
    /^(?:import|export) (?!type )[^;]*?from '([^']+)'|^import '([^']+)'|import\('([^']+)'\)/gmu,
  );
  return [...found].flatMap((match) => {
    const name = match[1] ?? match[2] ?? match[3] ?? '';
    return name.startsWith('.') ? relative('.', join(dirname(file), name)) : name;
  });
}

const edges = files.flatMap((file) => importsOf(file).map((target) => ({ file, target })));
const from = (...places: string[]) =>
  edges.filter(({ file }) => places.some((place) => file.startsWith(place)));
const leading = (list: typeof edges, ...targets: RegExp[]) =>
  list
    .filter(({ target }) => targets.some((pattern) => pattern.test(target)))
    .map(({ file, target }) => `${file} -> ${target}`);

describe('the house', () => {
  it('is read as a whole: the check itself sees the imports', () => {
    expect(edges).toContainEqual({ file: 'src/bot/bot.ts', target: 'discord.js' });
    expect(edges).toContainEqual({ file: 'src/main.ts', target: 'commands/index.ts' });
  });

  it('loads discord.js in src/bot/ alone', () => {
    const users = edges.filter(({ target }) => target === 'discord.js').map(({ file }) => file);
    expect(users.filter((file) => !file.startsWith('src/bot/'))).toEqual([]);
  });

  it('keeps the bot out of the ETL, and the ETL out of the bot, but for src/lib and the file of names', () => {
    expect(leading(from('etl/'), /^(?:commands|local-discord)\//u, /^src\/(?!lib\/)/u)).toEqual([
      'etl/run.ts -> src/search/make-names.ts',
    ]);
    expect(leading(from('src/', 'commands/'), /^(?:etl|eda)\//u)).toEqual([]);
  });

  it('keeps local-discord free of the bot', () => {
    expect(leading(from('local-discord/'), /^(?:src|commands|etl)\//u)).toEqual([]);
  });

  it('loads the HTTP server only where PORT asks for it, and its libraries in src/http/ alone', () => {
    const libraries = /^(?:hono|@hono\/|prom-client)/u;
    const users = edges.filter(({ target }) => libraries.test(target)).map(({ file }) => file);
    expect(users.filter((file) => !file.startsWith('src/http/'))).toEqual([]);
    expect(leading(from('src/http/'), /^(?:commands\/|src\/bot\/|discord\.js)/u)).toEqual([]);
    expect(readFileSync('src/main.ts', 'utf8')).toContain("await import('./http/serve.ts')");
    const others = edges.filter(({ file }) => !file.startsWith('src/http/'));
    expect(leading(others, /^src\/http\//u)).toEqual(['src/main.ts -> src/http/serve.ts']);
  });

  it('imports one way: commands only from the compositions, nothing upwards from the catalogue and lib', () => {
    expect(leading(from('src/'), /^commands\//u)).toEqual([
      'src/answer-shell.ts -> commands/index.ts',
      'src/main.ts -> commands/index.ts',
    ]);
    expect(leading(from('src/catalogue/'), /^src\/(?!catalogue\/|search\/|lib\/)/u)).toEqual([]);
    expect(leading(from('src/search/'), /^src\/(?!search\/|lib\/)/u)).toEqual([]);
    expect(leading(from('src/lib/'), /^src\/(?!lib\/)/u)).toEqual([]);
    expect(
      leading(from('src/replies/', 'src/json/'), /^src\/(?:catalogue|bot|http|lookup|options)/u),
    ).toEqual([]);
  });

  it('puts no made text in place of another by a pattern, where $& and the like would mean something', () => {
    const made =
      /\.replace(?:All)?\(\s*(?:\/(?:\\.|[^/\n])+\/\w*|'[^']*'|"[^"]*"|`[^`]*`|\w+),\s*(?!\w+ =>)(?:`[^`]*\$\{|[a-z]\w*[,)\s.(])/u;
    expect(
      ["a.replace('b', c)", ['a.replaceAll(/b/g, `', '{c}`)'].join('$'), "a.replace('b', c => d)"].map(
        (code) => made.test(code),
      ),
    ).toEqual([true, true, false]);
    const everywhere = [...folders, 'bench', 'scripts', 'test'].flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((name) => /\.m?[jt]s$/u.test(name) && name !== 'architecture.test.ts')
        .map((name) => join(folder, name)),
    );
    expect(everywhere.length).toBeGreaterThan(files.length);
    expect(everywhere.filter((file) => made.test(readFileSync(file, 'utf8')))).toEqual([]);
  });

  it('evaluates no text as code, and makes no SQL from pieces', () => {
    const code = files.map((file) => ({ file, text: readFileSync(file, 'utf8') }));
    expect(code.filter(({ text }) => /\beval\(|new Function\(/u.test(text)).map(({ file }) => file)).toEqual(
      [],
    );
    const pieced = /`[^`]*\b(?:select|insert|update|delete|create table|from) [^`]*\$\{/iu;
    const sql = code.filter(
      ({ file }) =>
        /^(?:src\/catalogue|src\/trivia\/questions\/kinds|etl)\//u.test(file) && !file.endsWith('report.ts'),
    );
    expect(sql.filter(({ text }) => pieced.test(text)).map(({ file }) => file)).toEqual([]);
    const ofCharts = code.filter(({ file }) => file.startsWith('src/charts/kinds/'));
    expect(ofCharts.filter(({ text }) => /\bsql = `/u.test(text)).length).toBeGreaterThan(5);
    expect(ofCharts.filter(({ text }) => /\bsql = `[^`]*\$\{/u.test(text)).map(({ file }) => file)).toEqual(
      [],
    );
  });
});
