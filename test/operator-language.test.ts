import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { operatorLanguage } from '../src/lib/operator-language.mjs';
import type { Language } from '../src/lib/sentence.ts';
import { film, folderWith, moviesCsv, smallFiles } from './etl/raw-files.ts';
import { newFolder, startProgram } from './support/start-program.ts';
import { openDiscord } from './support/test-bot.ts';

it.each([
  [{}, 'en'],
  [{ LANG: 'C.UTF-8' }, 'en'],
  [{ LANG: 'es_MX.UTF-8' }, 'es'],
  [{ LANG: 'es' }, 'es'],
  [{ LANG: 'est_EE.UTF-8' }, 'en'],
  [{ LANG: 'es_AR.UTF-8', LC_MESSAGES: 'en_US.UTF-8' }, 'en'],
  [{ LANG: 'en_US.UTF-8', LC_MESSAGES: 'fr_FR', LC_ALL: 'es_ES' }, 'es'],
  [{ LANG: 'en_US.UTF-8', BOT_LANG: 'es' }, 'es'],
  [{ LANG: 'es_MX.UTF-8', BOT_LANG: 'en' }, 'en'],
  [{ LANG: 'es_MX.UTF-8', BOT_LANG: '' }, 'es'],
])('with %j an operator reads %s', (environment, language) => {
  expect(operatorLanguage(environment)).toBe(language);
});

/** Words of one language that the other does not have. */
const words: Record<Language, RegExp> = {
  es: /(?<![\p{L}\d_])(?:el|la|los|las|un|una|del|que|y|con|para|por|está|tiene|hay|películas|fila)(?![\p{L}\d_])/giu,
  en: /(?<![\p{L}\d_])(?:the|of|is|are|and|to|with|this|that|it|its|has|have|cannot|for|there|films|row|missing)(?![\p{L}\d_])/giu,
};

/** The words of the other language in an output; options, paths and addresses are in none. */
function foreignWords(output: string, language: Language): string[] {
  const prose = output.replaceAll(/\S*(?:\/|\w\.\w|--)\S*/gu, ' ');
  return prose.match(words[language === 'es' ? 'en' : 'es']) ?? [];
}

it('finds words of the other language, but not in paths and options', () => {
  expect(foreignWords('The film está aquí', 'en')).toEqual(['está']);
  expect(foreignWords('La película is here', 'es')).toEqual(['is']);
  expect(foreignWords('/tmp/the/file --to data.of.x', 'es')).toEqual([]);
});

interface Run {
  program: string;
  args?: readonly string[];
  environment?: Record<string, string>;
}

function outputOf({ program, args = [], environment = {} }: Run, language: Language): string {
  const { stdout, stderr } = spawnSync(process.execPath, ['bin/run.mjs', program, ...args], {
    encoding: 'utf8',
    env: {
      ...process.env,
      DISCORD_TOKEN: '',
      DATABASE_URL: '',
      PAGE_PORT: '0',
      PARQUET_DIR: inject('sampleParquet'),
      STATE_DIR: newFolder(),
      ...environment,
      BOT_LANG: language,
    },
  });
  return stdout + stderr;
}

/** A folder whose live version cannot be read. */
function brokenData(): string {
  const folder = newFolder();
  mkdirSync(join(folder, 'broken'));
  writeFileSync(join(folder, 'current'), 'broken');
  return folder;
}

function unusableFolder(): string {
  const file = join(newFolder(), 'file');
  writeFileSync(file, '');
  return join(file, 'folder');
}

const manyFaults = () =>
  moviesCsv([
    film({ id: '1' }),
    film({ id: 'x', budget: 'much', release_date: '31/31/1999', adult: 'perhaps' }),
    film({ id: '2', genres: "[{'id': 1", runtime: '-1', vote_average: '11' }),
  ]);

const bad = {
  SHARDS: '5',
  ADMIN_IDS: 'me',
  PORT: '0',
  LOG_LEVEL: 'loud',
  METRICS_TOKEN: 'x',
  DISCORD_TOKEN: 'x',
  DATABASE_URL: 'x',
  DOCUMENTS_URL: 'x',
  DISCORD_API: 'x',
  ADMIN_GUILD_ID: 'x',
  ADMIN_ID: '1',
};

const runs: Record<string, () => Run> = {
  'a start with wrong variables': () => ({ program: 'bin/bot.ts', environment: bad }),
  'a start with broken data': () => ({
    program: 'bin/bot.ts',
    environment: { PARQUET_DIR: brokenData() },
  }),
  'a start without a folder for its data': () => ({
    program: 'bin/bot.ts',
    environment: { PARQUET_DIR: unusableFolder() },
  }),
  'a start without a folder for its store': () => ({
    program: 'bin/bot.ts',
    environment: { STATE_DIR: unusableFolder() },
  }),
  'the doctor': () => ({ program: 'bin/doctor.ts' }),
  'the doctor with wrong variables': () => ({ program: 'bin/doctor.ts', environment: bad }),
  'the doctor with broken folders': () => ({
    program: 'bin/doctor.ts',
    environment: { PARQUET_DIR: brokenData(), STATE_DIR: unusableFolder(), DISCORD_TOKEN: 'x'.repeat(60) },
  }),
  'the doctor without a database': () => ({
    program: 'bin/doctor.ts',
    environment: {
      DISCORD_TOKEN: 'x'.repeat(60),
      DATABASE_URL: 'postgres://nobody@127.0.0.1:1/nothing',
      PARQUET_DIR: newFolder(),
    },
  }),
  'the ETL': () => ({
    program: 'etl/main.ts',
    args: ['--from', folderWith(smallFiles()), '--to', newFolder(), '--texts', 'none'],
  }),
  "the ETL's help": () => ({ program: 'etl/main.ts', args: ['--help'] }),
  'the ETL with an unknown option': () => ({ program: 'etl/main.ts', args: ['--unknown'] }),
  'the ETL without a folder': () => ({ program: 'etl/main.ts', args: ['--from', join(newFolder(), 'none')] }),
  'the ETL without files': () => ({
    program: 'etl/main.ts',
    args: ['--from', folderWith({ 'archive.zip': '', 'films.csv': manyFaults() })],
  }),
  'the ETL with faults in its files': () => ({
    program: 'etl/main.ts',
    args: [
      '--from',
      folderWith({ ...smallFiles(), 'movies_metadata.csv': manyFaults() }),
      '--to',
      newFolder(),
    ],
  }),
  'the ETL with other columns': () => ({
    program: 'etl/main.ts',
    args: [
      '--from',
      folderWith({ ...smallFiles(), 'movies_metadata.csv': 'a,b\n1,2\n' }),
      '--to',
      newFolder(),
    ],
  }),
  "the download's help": () => ({ program: 'etl/download/main.ts', args: ['--help'] }),
  'the download from a wrong address': () => ({
    program: 'etl/download/main.ts',
    args: ['--from', 'ftp://example'],
  }),
  'the report in an unknown language': () => ({ program: 'eda/main.ts', args: ['--lang', 'fr'] }),
  'a question without a command': () => ({ program: 'bin/ask.ts' }),
  'a question with an option twice': () => ({
    program: 'bin/ask.ts',
    args: ['pelicula', 'titulo=a', 'title=b'],
  }),
};

it.each(Object.entries(runs))("%s speaks only the operator's language", (_, runOf) => {
  const outputs = (['es', 'en'] as const).map((language) => {
    const output = outputOf(runOf(), language);
    expect(foreignWords(output, language), output).toEqual([]);
    expect(output).not.toMatch(/^ +at /mu);
    return output;
  });
  expect(outputs[0]).not.toBe(outputs[1]);
});

it.each([
  ['es', 'BOT_LANG tiene que ser es o en.\n'],
  ['en', 'BOT_LANG must be es or en.\n'],
])('with LANG=%s another BOT_LANG is refused in one line', (locale, line) => {
  for (const program of [
    'bin/bot.ts',
    'bin/doctor.ts',
    'bin/ask.ts',
    'etl/main.ts',
    'etl/download/main.ts',
  ]) {
    const { status, stdout, stderr } = spawnSync(process.execPath, ['bin/run.mjs', program], {
      encoding: 'utf8',
      env: { ...process.env, LC_ALL: locale, BOT_LANG: 'fr' },
    });
    expect([status, stdout, stderr]).toEqual([1, '', line]);
  }
});

describe.each([
  ['es', 'Para salir: Ctrl-C', 'Nadie escribe aquí'],
  ['en', 'To leave: Ctrl-C', 'Nobody types here'],
] as const)('in %s', (BOT_LANG, leave, alone) => {
  it('a start without a token prints five lines, and a sixth if nobody can type', async () => {
    const { child, output, prints, exit } = startProgram({ BOT_LANG }, { input: 'ignore' });
    await prints(alone);
    child.kill('SIGTERM');
    expect(await exit).toBe(0);
    expect(output().trimEnd().split('\n')).toHaveLength(6);
    expect(output()).toContain(leave);
    expect(foreignWords(output(), BOT_LANG), output()).toEqual([]);
  });

  it('the log of a bot with a token is JSON whose messages are in that language', async () => {
    const discord = await openDiscord();
    const { child, output, prints, exit } = startProgram({
      BOT_LANG,
      DISCORD_TOKEN: discord.token,
      DISCORD_API: discord.api,
    });
    await prints(BOT_LANG === 'es' ? '"msg":"lista"' : '"msg":"ready"');
    child.kill('SIGHUP');
    await prints(BOT_LANG === 'es' ? 'se pidió mirar' : 'asked to look at');
    child.kill('SIGTERM');
    expect(await exit).toBe(0);
    const entries = output().trimEnd().split('\n');
    const messages = entries.map((line) => JSON.parse(line).msg);
    expect(messages).toEqual(
      BOT_LANG === 'es'
        ? ['lista', 'se pidió mirar `current`', 'se va']
        : ['ready', 'asked to look at `current`', 'leaving'],
    );
  });
});

it('no error that an operator can cause is worded in one language only', () => {
  const files = ['bin', 'etl', 'eda', 'src/reload', 'src/store', 'src/doctor'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !name.includes('evaluate'))
      .map((name) => join(folder, name)),
  );
  expect(files.length).toBeGreaterThan(100);
  const sentence = /(?:new (?:Problem|OperatorError|Error)|console\.(?:log|error))\(\s*['"`][A-Z¡¿]/u;
  expect(files.filter((file) => sentence.test(readFileSync(file, 'utf8')))).toEqual([]);
});
