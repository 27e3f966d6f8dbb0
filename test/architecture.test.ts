import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { circlesOf, filesBelow, importsIn, importsOf, upwardImports } from './support/imports.ts';

const folders = ['bin', 'src', 'commands', 'etl', 'eda', 'local-discord'];
const files = filesBelow(folders).filter((file) => !/^local-discord\/(?:test|examples)\//u.test(file));

/** The floors of the bot, the ground first. A file imports from lower floors and from its own folder, types included. */
const FLOORS = [
  ['src/lib'],
  ['src/contract'],
  ['src/game'],
  ['src/text'],
  ['src/slash'],
  ['src/search'],
  ['src/catalogue', 'src/store'],
  ['src/reload'],
  ['src/replies'],
  ['src/charts', 'src/json', 'src/trivia'],
  ['src/command'],
  ['src/lookup'],
  ['commands'],
  ['src/bot', 'src/http', 'src/doctor'],
  ['src/app'],
  ['bin'],
] as const;

const imports = importsOf(files);
/** Imports that are there when the code runs. */
const edges = imports.filter(({ isType }) => !isType);
const from = (...places: string[]) =>
  edges.filter(({ file }) => places.some((place) => file.startsWith(place)));
const leading = (list: typeof edges, ...targets: RegExp[]) =>
  list
    .filter(({ target }) => targets.some((pattern) => pattern.test(target)))
    .map(({ file, target }) => `${file} -> ${target}`);

describe('the house', () => {
  it('is read as a whole: the check itself sees the imports', () => {
    expect(edges).toContainEqual({ file: 'src/bot/bot.ts', target: 'discord.js', isType: false });
    expect(edges).toContainEqual({
      file: 'src/app/create-app.ts',
      target: 'commands/index.ts',
      isType: false,
    });
    expect(imports).toContainEqual({
      file: 'src/contract/custom-id.ts',
      target: 'src/contract/signature.ts',
      isType: true,
    });
  });

  it('has every folder of the bot on a floor', () => {
    const floors = FLOORS.flat();
    const stray = files.filter(
      (file) =>
        /^(?:bin|src|commands)\//u.test(file) && !floors.some((folder) => file.startsWith(`${folder}/`)),
    );
    expect(stray).toEqual([]);
  });

  it('imports one way, types included, and in no circle', () => {
    expect(upwardImports(imports, FLOORS)).toEqual([]);
    expect(circlesOf(importsOf(filesBelow([...folders, 'bench', 'soak'])))).toEqual([]);
  });

  it('would find a type that is imported upwards, and a circle of types', () => {
    const [upward] = importsIn('src/lib/a.ts', "import type { B } from '../store/b.ts';\n");
    const [back] = importsIn('src/store/b.ts', "import { type A, a } from '../lib/a.ts';\n");
    const wrong = [upward, back].filter((one) => one !== undefined);
    expect(upwardImports(wrong, FLOORS)).toEqual(['src/lib/a.ts -> src/store/b.ts']);
    expect(circlesOf(wrong)).toEqual([['src/lib/a.ts', 'src/store/b.ts']]);
    const [beside] = importsIn('src/store/b.ts', "import type { C } from '../catalogue/c.ts';\n");
    expect(
      upwardImports(
        [beside].filter((one) => one !== undefined),
        FLOORS,
      ),
    ).toHaveLength(1);
  });

  it('loads discord.js in src/bot/ alone', () => {
    const users = edges.filter(({ target }) => target === 'discord.js').map(({ file }) => file);
    expect(users.filter((file) => !file.startsWith('src/bot/'))).toEqual([]);
  });

  it('keeps the bot out of the ETL, and the ETL out of the bot, but for src/lib and the file of names', () => {
    expect(leading(from('etl/'), /^(?:commands\/|#?local-discord)/u, /^src\/(?!lib\/)/u)).toEqual([
      'etl/run.ts -> src/search/make-names.ts',
    ]);
    expect(leading(from('bin/', 'src/', 'commands/'), /^(?:etl|eda)\//u)).toEqual([]);
  });

  it('keeps local-discord free of the bot, and reaches it only through the entry points of its package', () => {
    const own = importsOf(filesBelow(['local-discord']));
    expect(leading(own, /^(?!local-discord\/)[\w-]+\/.*\.ts$/u, /^#/u)).toEqual([]);
    const others = importsOf(filesBelow(['bin', 'src', 'commands', 'etl', 'eda', 'bench', 'soak', 'test']));
    expect(leading(others, /^#local-discord/u).length).toBeGreaterThan(10);
    expect(leading(others, /^local-discord\/(?!test\/)/u)).toEqual([]);
    const read = (file: string) => JSON.parse(readFileSync(file, 'utf8'));
    const entries: Record<string, string> = read('local-discord/package.json').exports;
    expect(read('package.json').imports).toEqual(
      Object.fromEntries(
        Object.entries(entries).map(([name, built]) => [
          `#local-discord${name.slice(1)}`,
          `./local-discord/${built.replace('./dist/', '').replace('.js', '.ts')}`,
        ]),
      ),
    );
  });

  it('loads the HTTP server only where PORT asks for it, and its libraries in src/http/ alone', () => {
    const libraries = /^(?:hono|@hono\/|prom-client)/u;
    const users = edges.filter(({ target }) => libraries.test(target)).map(({ file }) => file);
    expect(users.filter((file) => !file.startsWith('src/http/'))).toEqual([]);
    expect(leading(from('src/http/'), /^(?:commands\/|src\/bot\/|discord\.js)/u)).toEqual([]);
    expect(readFileSync('src/app/create-app.ts', 'utf8')).toContain("await import('../http/serve.ts')");
    const others = edges.filter(({ file }) => !file.startsWith('src/http/'));
    expect(leading(others, /^src\/http\//u)).toEqual(['src/app/create-app.ts -> src/http/serve.ts']);
  });

  it('puts no made text in place of another by a pattern, where $& and the like would mean something', () => {
    const made =
      /\.replace(?:All)?\(\s*(?:\/(?:\\.|[^/\n])+\/\w*|'[^']*'|"[^"]*"|`[^`]*`|\w+),\s*(?!\w+ =>)(?:`[^`]*\$\{|[a-z]\w*[,)\s.(])/u;
    expect(
      ["a.replace('b', c)", ['a.replaceAll(/b/g, `', '{c}`)'].join('$'), "a.replace('b', c => d)"].map(
        (code) => made.test(code),
      ),
    ).toEqual([true, true, false]);
    const everywhere = [...folders, 'bench', 'soak', 'scripts', 'test'].flatMap((folder) =>
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
