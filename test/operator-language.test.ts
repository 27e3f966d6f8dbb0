import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, it } from 'vitest';
import { answerShell } from '../bin/answer-shell.ts';
import { createApp } from '../bin/create-app.ts';
import { readOptions as readEdaOptions } from '../eda/options.ts';
import { readOptions as readDownloadOptions } from '../etl/download/options.ts';
import { readOptions as readEtlOptions } from '../etl/options.ts';
import { runEtl } from '../etl/run.ts';
import { wording as etl } from '../etl/wording.ts';
import { examine } from '../src/doctor/examine.ts';
import { doctorText } from '../src/doctor/text.ts';
import { describeUnknown, readConfig, variables } from '../src/lib/config.ts';
import { operatorLanguage } from '../src/lib/operator-language.mjs';
import { joined, type Language, type Sentence, sentenceOf } from '../src/lib/sentence.ts';
import { publishFirstData } from '../src/reload/etl-process.ts';
import { film, folderWith, moviesCsv, smallFiles } from './etl/raw-files.ts';
import { silentLog } from './support/ask-command.ts';
import { afterTest } from './support/endings.ts';
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
};

/** The sentence of an error in both languages; the test fails if nothing is thrown. */
async function complaint(run: () => unknown): Promise<Sentence> {
  try {
    await run();
  } catch (error) {
    return sentenceOf(error);
  }
  throw new Error('nothing went wrong');
}

function openApp(environment: Record<string, string>) {
  const app = createApp(
    readConfig({ PARQUET_DIR: inject('sampleParquet'), STATE_DIR: newFolder(), ...environment }),
    { log: silentLog },
  );
  afterTest(app.close);
  return app;
}

async function examined(environment: Record<string, string>): Promise<Sentence> {
  const found = { es: '', en: '' };
  const healthy = { PARQUET_DIR: inject('sampleParquet'), STATE_DIR: newFolder(), PAGE_PORT: '0' };
  for (const language of ['es', 'en'] as const) {
    const effects = { clock: Date.now, freeBytes: async () => 20e9 };
    for await (const { message } of examine({ ...healthy, ...environment }, effects, doctorText[language]))
      found[language] += `${message}\n`;
  }
  return found;
}

/** The warnings of a run of the ETL and its error. */
async function etlOver(files: Record<string, string>): Promise<Sentence> {
  const warnings: Sentence[] = [];
  const from = folderWith(files);
  const error = await complaint(() =>
    runEtl({ from, to: newFolder(), workers: 1, warn: (warning) => void warnings.push(warning) }),
  );
  return joined([...warnings, error]);
}

async function asked(...words: string[]): Promise<Sentence> {
  const printed = { es: '', en: '' };
  for (const language of ['es', 'en'] as const) {
    const print = (line: string) => {
      printed[language] += line;
    };
    const terminal = { print, printError: print, width: 80, colour: false };
    expect(await answerShell(words, { BOT_LANG: language }, terminal)).toBe(1);
  }
  return printed;
}

const token = 'x'.repeat(60);
/** Nobody listens there. */
const DISCORD_API = 'http://127.0.0.1:1/api';
const told: Record<string, () => Promise<Sentence>> = {
  'a start with wrong variables': () => complaint(() => readConfig(bad)),
  'a start with a misspelt variable': async () =>
    describeUnknown({ ADMIN_ID: '1' }, variables) ?? { es: '', en: '' },
  'a start with broken data': () => complaint(() => openApp({ PARQUET_DIR: brokenData() }).catalogue()),
  'a start without a folder for its data': () =>
    complaint(() => publishFirstData(unusableFolder(), { quiet: true })),
  'a start without a folder for its store': () =>
    complaint(() => openApp({ STATE_DIR: unusableFolder() }).lock()),
  'the doctor with wrong variables': () => examined(bad),
  'the doctor with broken folders': () =>
    examined({ PARQUET_DIR: brokenData(), STATE_DIR: unusableFolder(), DISCORD_TOKEN: token, DISCORD_API }),
  'the doctor without a database': () =>
    examined({
      DISCORD_TOKEN: token,
      DISCORD_API,
      DATABASE_URL: 'postgres://nobody@127.0.0.1:1/nothing',
      PARQUET_DIR: newFolder(),
    }),
  "the ETL's help": async () => etl.usage,
  'the ETL with an unknown option': () => complaint(() => readEtlOptions(['--unknown'], {})),
  'the ETL without a folder': () =>
    complaint(() => runEtl({ from: join(newFolder(), 'none'), to: newFolder() })),
  'the ETL without files': () => etlOver({ 'archive.zip': '', 'films.csv': manyFaults() }),
  'the ETL with faults in its files': () => etlOver({ ...smallFiles(), 'movies_metadata.csv': manyFaults() }),
  'the ETL with other columns': () => etlOver({ ...smallFiles(), 'movies_metadata.csv': 'a,b\n1,2\n' }),
  'the download from a wrong address': () =>
    complaint(() => readDownloadOptions(['--from', 'ftp://example'], {})),
  'the report in an unknown language': () => complaint(() => readEdaOptions(['--lang', 'fr'], {}, 'en')),
  'a question without a command': () => asked(),
  'a question with an option twice': () => asked('pelicula', 'titulo=a', 'title=b'),
};

function expectOneLanguage(output: Sentence): void {
  for (const language of ['es', 'en'] as const) {
    expect(output[language]).not.toBe('');
    expect(foreignWords(output[language], language), output[language]).toEqual([]);
    expect(output[language]).not.toMatch(/^ +at /mu);
  }
  expect(output.es).not.toBe(output.en);
}

it.each(Object.entries(told))("%s speaks only the operator's language", async (_, tell) => {
  expectOneLanguage(await tell());
});

/** A run of a program in a process of its own. */
const run = (program: string, args: readonly string[], environment: Record<string, string>) =>
  spawnSync(process.execPath, ['bin/run.mjs', program, ...args], {
    encoding: 'utf8',
    env: {
      ...process.env,
      DISCORD_TOKEN: '',
      DATABASE_URL: '',
      PAGE_PORT: '0',
      PARQUET_DIR: inject('sampleParquet'),
      STATE_DIR: newFolder(),
      ...environment,
    },
  });

it.each([
  ['bin/doctor.ts', () => []],
  ['etl/main.ts', () => ['--from', folderWith(smallFiles()), '--to', newFolder(), '--texts', 'none']],
  ['etl/download/main.ts', () => ['--help']],
])("%s speaks only the operator's language", (program, argsOf) => {
  const outputIn = (BOT_LANG: Language) => {
    const { status, stdout, stderr } = run(program, argsOf(), { BOT_LANG });
    expect(status, stderr).toBe(0);
    return stdout + stderr;
  };
  expectOneLanguage({ es: outputIn('es'), en: outputIn('en') });
});

it.each([
  ['es', 'BOT_LANG tiene que ser es o en.\n'],
  ['en', 'BOT_LANG must be es or en.\n'],
])('with LANG=%s another BOT_LANG is refused in one line', (LC_ALL, line) => {
  const { status, stdout, stderr } = run('bin/doctor.ts', [], { LC_ALL, BOT_LANG: 'fr' });
  expect([status, stdout, stderr]).toEqual([1, '', line]);
});

it('every program runs in the language of runProgram, which refuses another BOT_LANG', () => {
  const programs = ['bin/bot', 'bin/doctor', 'bin/ask', 'etl/main', 'etl/download/main', 'eda/main'];
  const sources = programs.map((program) => readFileSync(`${program}.ts`, 'utf8'));
  expect(sources.filter((source) => !/^await runProgram\(/mu.test(source))).toEqual([]);
});

it.each([
  ['es', 'Para salir: Ctrl-C', 'Nadie escribe aquí'],
  ['en', 'To leave: Ctrl-C', 'Nobody types here'],
] as const)(
  'in %s, a start without a token prints five lines, and a sixth if nobody can type',
  async (BOT_LANG, leave, alone) => {
    const { child, output, prints, exit } = startProgram({ BOT_LANG }, { input: 'ignore' });
    await prints(alone);
    child.kill('SIGTERM');
    expect(await exit).toBe(0);
    expect(output().trimEnd().split('\n')).toHaveLength(6);
    expect(output()).toContain(leave);
    expect(foreignWords(output(), BOT_LANG), output()).toEqual([]);
  },
);

// The messages in the code are English, so only Spanish needs a run.
it('the log of a bot with a token is JSON whose messages are in Spanish', async () => {
  const discord = await openDiscord();
  const { child, output, prints, exit } = startProgram({
    BOT_LANG: 'es',
    DISCORD_TOKEN: discord.token,
    DISCORD_API: discord.api,
  });
  await prints('"msg":"lista"');
  child.kill('SIGHUP');
  await prints('se pidió mirar');
  child.kill('SIGTERM');
  expect(await exit).toBe(0);
  const entries = output().trimEnd().split('\n');
  const messages = entries.map((line) => JSON.parse(line).msg);
  expect(messages).toEqual(['lista', 'se pidió mirar `current`', 'se va']);
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
