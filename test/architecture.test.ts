import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { circlesOf, filesBelow, importsIn, importsOf, upwardImports } from './support/imports.ts';
import { sqlFromPieces } from './support/sql-from-pieces.ts';

const folders = ['bin', 'src', 'commands', 'etl', 'eda', 'local-discord'];
const files = filesBelow(folders).filter((file) => !/^local-discord\/(?:test|examples)\//u.test(file));

/** The floors of the bot, the lowest first. A file may import from lower floors and from its own folder, types included. */
const FLOORS = [
  ['src/lib'],
  ['src/contract'],
  ['src/game'],
  ['src/text'],
  ['src/slash'],
  ['src/chains', 'src/descriptions'],
  ['src/search'],
  ['src/catalogue', 'src/store'],
  ['src/reload'],
  ['src/replies'],
  ['src/charts', 'src/daily', 'src/json', 'src/trivia'],
  ['src/command'],
  ['src/lookup'],
  ['commands'],
  ['src/bot', 'src/http', 'src/doctor'],
  ['bin'],
] as const;

const imports = importsOf(files);
/** Imports at run time. */
const edges = imports.filter(({ isType }) => !isType);
const from = (...places: string[]) =>
  edges.filter(({ file }) => places.some((place) => file.startsWith(place)));
const leading = (list: typeof edges, ...targets: RegExp[]) =>
  list
    .filter(({ target }) => targets.some((pattern) => pattern.test(target)))
    .map(({ file, target }) => `${file} -> ${target}`);

describe('the layout of the code', () => {
  it('is checked with all imports: of packages, of files and of types', () => {
    expect(edges).toContainEqual({ file: 'src/bot/bot.ts', target: 'discord.js', isType: false });
    expect(edges).toContainEqual({
      file: 'bin/create-app.ts',
      target: 'commands/index.ts',
      isType: false,
    });
    expect(imports).toContainEqual({
      file: 'src/contract/custom-id.ts',
      target: 'src/contract/signature.ts',
      isType: true,
    });
  });

  it('gives every folder of the bot a floor', () => {
    const floors = FLOORS.flat();
    const withoutFloor = files.filter(
      (file) =>
        /^(?:bin|src|commands)\//u.test(file) && !floors.some((folder) => file.startsWith(`${folder}/`)),
    );
    expect(withoutFloor).toEqual([]);
  });

  it('has imports only downwards and no circles, types included', () => {
    expect(upwardImports(imports, FLOORS)).toEqual([]);
    expect(circlesOf(importsOf(filesBelow([...folders, 'bench', 'soak'])))).toEqual([]);
  });

  it('is checked so that an upward type import and a circle of types are found', () => {
    const [upward] = importsIn('src/lib/a.ts', "import type { B } from '../store/b.ts';\n");
    const [back] = importsIn('src/store/b.ts', "import { type A, a } from '../lib/a.ts';\n");
    const both = [upward, back].filter((one) => one !== undefined);
    expect(upwardImports(both, FLOORS)).toEqual(['src/lib/a.ts -> src/store/b.ts']);
    expect(circlesOf(both)).toEqual([['src/lib/a.ts', 'src/store/b.ts']]);
    const [sameFloor] = importsIn('src/store/b.ts', "import type { C } from '../catalogue/c.ts';\n");
    expect(
      upwardImports(
        [sameFloor].filter((one) => one !== undefined),
        FLOORS,
      ),
    ).toHaveLength(1);
  });

  it('lets only src/bot/ import discord.js', () => {
    const users = edges.filter(({ target }) => target === 'discord.js').map(({ file }) => file);
    expect(users.filter((file) => !file.startsWith('src/bot/'))).toEqual([]);
  });

  it('lets the ETL and the bot share only src/lib and the files of names, of the graph and of descriptions', () => {
    expect(leading(from('etl/'), /^(?:commands\/|#?local-discord)/u, /^src\/(?!lib\/)/u)).toEqual([
      'etl/run.ts -> src/chains/graph-file.ts',
      'etl/run.ts -> src/chains/make-graph.ts',
      'etl/run.ts -> src/descriptions/index-file.ts',
      'etl/run.ts -> src/descriptions/make-index.ts',
      'etl/run.ts -> src/search/make-names.ts',
    ]);
    expect(leading(from('bin/', 'src/', 'commands/'), /^(?:etl|eda)\//u)).toEqual([]);
  });

  it('keeps local-discord independent of the bot, and imports it only through the entry points of its package', () => {
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

  it('lets only src/http/ import the libraries of the HTTP server, and loads it only if PORT is set', () => {
    const libraries = /^(?:hono|@hono\/|prom-client)/u;
    const users = edges.filter(({ target }) => libraries.test(target)).map(({ file }) => file);
    expect(users.filter((file) => !file.startsWith('src/http/'))).toEqual([]);
    expect(leading(from('src/http/'), /^(?:commands\/|src\/bot\/|discord\.js)/u)).toEqual([]);
    expect(readFileSync('bin/create-app.ts', 'utf8')).toContain("await import('../src/http/serve.ts')");
    const others = edges.filter(({ file }) => !file.startsWith('src/http/'));
    expect(leading(others, /^src\/http\//u)).toEqual(['bin/create-app.ts -> src/http/serve.ts']);
  });

  it('computes no replacement strings, in which $& has a meaning: only replacement functions', () => {
    const computedReplacement =
      /\.replace(?:All)?\(\s*(?:\/(?:\\.|[^/\n])+\/\w*|'[^']*'|"[^"]*"|`[^`]*`|\w+),\s*(?!\w+ =>)(?:`[^`]*\$\{|[a-z]\w*[,)\s.(])/u;
    expect(
      ["a.replace('b', c)", ['a.replaceAll(/b/g, `', '{c}`)'].join('$'), "a.replace('b', c => d)"].map(
        (code) => computedReplacement.test(code),
      ),
    ).toEqual([true, true, false]);
    const allCode = [...folders, 'bench', 'soak', 'scripts', 'test'].flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((name) => /\.m?[jt]s$/u.test(name) && name !== 'architecture.test.ts')
        .map((name) => join(folder, name)),
    );
    expect(allCode.length).toBeGreaterThan(files.length);
    expect(allCode.filter((file) => computedReplacement.test(readFileSync(file, 'utf8')))).toEqual([]);
  });

  it('evaluates no text as code', () => {
    const evaluates = /\beval\(|new Function\(/u;
    expect(files.filter((file) => evaluates.test(readFileSync(file, 'utf8')))).toEqual([]);
  });

  it('makes no SQL from pieces, in any folder', () => {
    const allFolders = [...folders, 'bench', 'soak', 'scripts', 'data'];
    const code = allFolders.flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((name) => /\.m?[jt]s$/u.test(name) && !name.includes('node_modules'))
        .map((name) => join(folder, name)),
    );
    for (const folder of allFolders) expect(code.some((file) => file.startsWith(`${folder}/`))).toBe(true);
    const found = code.flatMap((file) =>
      sqlFromPieces(readFileSync(file, 'utf8')).map((statement) => `${file}: ${statement}`),
    );
    expect(found).toEqual([]);
  });

  it('is checked so that interpolated and concatenated SQL is found', () => {
    const inCode = (code: string) => sqlFromPieces(code.replaceAll('{', () => '${')).length;
    expect(inCode('query(`select * from {table}`)')).toBe(1);
    expect(inCode('query(`\n  WITH wanted AS (select {id} as id)\n  from wanted`)')).toBe(1);
    expect(inCode("query('delete from ' + table)")).toBe(1);
    expect(inCode('query(`create table {table} (id integer)`)')).toBe(1);
    expect(inCode('// query(`select {id}`)')).toBe(0);
    expect(inCode('sql`select * from movies where id = {id}`')).toBe(0);
    expect(inCode("query('select * from movies where id = $id', id)")).toBe(0);
    expect(inCode('query(`drop database {pg.escapeIdentifier(name)}`)')).toBe(0);
  });
});
