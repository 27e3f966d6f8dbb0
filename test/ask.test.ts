import { spawnSync } from 'node:child_process';
import { describe, expect, inject, it } from 'vitest';
import { answerShell } from '../bin/answer-shell.ts';

/** Runs `npm run ask` in a process of its own. */
function askInShell(variables: Record<string, string>, ...words: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['bin/run.mjs', 'bin/ask.ts', ...words], {
    encoding: 'utf8',
    env: { ...process.env, PARQUET_DIR: inject('sampleParquet'), ...variables },
  });
  return { status, stdout, stderr };
}

/** The output and exit code of that process, without starting one. */
async function askWith(variables: Record<string, string>, ...words: string[]) {
  let [stdout, stderr] = ['', ''];
  const status = await answerShell(
    words,
    { ...process.env, PARQUET_DIR: inject('sampleParquet'), ...variables },
    {
      print: (text) => {
        stdout += `${text}\n`;
      },
      printError: (text) => {
        stderr += `${text}\n`;
      },
      width: 80,
      colour: false,
    },
  );
  return { status, stdout, stderr };
}

const ask = (...words: string[]) => askWith({}, ...words);

describe('npm run ask', () => {
  it('prints the answer for the terminal', () => {
    const { status, stdout } = askInShell({}, 'score_titulo', 'titulo=Toy Story');
    expect(status).toBe(0);
    expect(stdout).toContain('Toy Story (1995)');
    expect(stdout).toContain('7.7 / 10');
  });

  it('prints the reply as JSON with --json, in the language of --lang', async () => {
    const { status, stdout } = await ask('title_score', 'titulo=El padrino', '--lang', 'en', '--json');
    expect(status).toBe(0);
    expect(JSON.parse(stdout).embeds[0].title).toBe('The Godfather (1972)');
  });

  it('ignores a wrong token', async () => {
    const { status, stdout } = await askWith({ DISCORD_TOKEN: 'short' }, 'score_titulo', 'titulo=Toy Story');
    expect(status).toBe(0);
    expect(stdout).toContain('7.7 / 10');
  });

  it('reports a wrong variable that it uses', () => {
    const { status, stderr } = askInShell({ LOG_LEVEL: 'loud' }, 'acerca');
    expect(status).toBe(1);
    expect(stderr).toMatch(/^The environment \(or \.env\) is wrong: LOG_LEVEL /);
  });

  it('prints the choices of autocomplete', async () => {
    const { stdout } = await ask(
      '--autocomplete',
      'pelicula',
      'titulo=el viaje de chi',
      '--json',
      '--lang',
      'es',
    );
    expect(JSON.parse(stdout)).toEqual([
      { name: 'El viaje de Chihiro / Spirited Away (2001) · Hayao Miyazaki', value: '#129' },
    ]);
  });

  it.each([
    [
      ['score_titulo', 'titulo=no hay tal película'],
      'No encontré ninguna película llamada «no hay tal película».',
    ],
    [['peliculas_mes', 'mes=brumario'], '«brumario» no es un valor de `mes`.'],
    [['inventado'], 'No conozco el comando `inventado`.'],
  ])('%j exits with 1 and prints the reply that a person would see', async (words, line) => {
    const { status, stdout } = await askWith({ BOT_LANG: 'es' }, ...words, '--json');
    expect(status).toBe(1);
    const reply = JSON.parse(stdout);
    expect(reply.content ?? reply.embeds[0].description).toContain(line);
  });

  it('exits its process with 1 too', () => {
    const { status, stdout } = askInShell({ BOT_LANG: 'es' }, 'inventado');
    expect(status).toBe(1);
    expect(stdout).toContain('No conozco el comando inventado.');
  });

  it.each([
    [['score_titulo', 'titulo'], '"titulo" is not option=value.'],
    [[], 'usage: npm run --silent ask'],
  ])('%j exits with 1 and prints the usage', async (words, line) => {
    const { status, stderr } = await ask(...words);
    expect(status).toBe(1);
    expect(stderr).toContain(line);
    expect(stderr).not.toContain('    at ');
  });

  it.each([
    [['pelicula', 'titulo=Heat', '--lang', 'xx'], 'usage: npm run --silent ask'],
    [['pelicula', 'titulo=Heat', '--lang', 'enough'], 'usage: npm run --silent ask'],
  ])('%j has no valid language: exits with 1 and prints the usage', async (words, line) => {
    const { status, stdout, stderr } = await ask(...words);
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toContain(line);
  });

  it.each([
    [['--autocomplete', 'pelicula', 'foo=bar'], 'pelicula has: titulo or title.'],
    [['--autocomplete', 'pelicula'], 'pelicula has: titulo or title.'],
    [['--autocomplete', 'film', 'titulo=a', 'foo=b'], 'pelicula has: titulo or title.'],
    [['--autocomplete', 'get_director', 'orden=a'], 'get_director has: nombre_director or director_name.'],
    [['--autocomplete', 'acerca', 'foo=bar'], 'acerca has: none.'],
    [
      ['pelicula', 'titulo=A', 'titulo=B'],
      'The option titulo was given 2 times (titulo, titulo); give it once.',
    ],
    [
      ['pelicula', 'title=A', 'titulo=B'],
      'The option titulo was given 2 times (title, titulo); give it once.',
    ],
  ])('%j exits with 1 and prints one line that says what is wrong', async (words, line) => {
    const { status, stdout, stderr } = await ask(...words);
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toContain(line);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  });
});
