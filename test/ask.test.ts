import { spawnSync } from 'node:child_process';
import { describe, expect, inject, it } from 'vitest';
import { answerShell } from '../bin/answer-shell.ts';

/** As `npm run ask` does it, in a process of its own. */
function askInShell(variables: Record<string, string>, ...words: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'bin/ask.ts', ...words],
    {
      encoding: 'utf8',
      env: { ...process.env, PARQUET_DIR: inject('sampleParquet'), ...variables },
    },
  );
  return { status, stdout, stderr };
}

/** What that process would write and end with, without the time that it takes to start. */
async function askWith(variables: Record<string, string>, ...words: string[]) {
  let [stdout, stderr] = ['', ''];
  const status = await answerShell(
    words,
    { ...process.env, PARQUET_DIR: inject('sampleParquet'), ...variables },
    {
      say: (text) => {
        stdout += `${text}\n`;
      },
      complain: (text) => {
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
  it('draws the answer for the terminal', () => {
    const { status, stdout } = askInShell({}, 'score_titulo', 'titulo=Toy Story');
    expect(status).toBe(0);
    expect(stdout).toContain('Toy Story (1995)');
    expect(stdout).toContain('7.7 / 10');
  });

  it('gives the reply as it is sent with --json, in the language asked for', async () => {
    const { status, stdout } = await ask('title_score', 'titulo=El padrino', '--lang', 'en', '--json');
    expect(status).toBe(0);
    expect(JSON.parse(stdout).embeds[0].title).toBe('The Godfather (1972)');
  });

  it('needs no token: a wrong one does not stop it', async () => {
    const { status, stdout } = await askWith({ DISCORD_TOKEN: 'short' }, 'score_titulo', 'titulo=Toy Story');
    expect(status).toBe(0);
    expect(stdout).toContain('7.7 / 10');
  });

  it('names a variable of its own that is wrong', () => {
    const { status, stderr } = askInShell({ LOG_LEVEL: 'loud' }, 'acerca');
    expect(status).toBe(1);
    expect(stderr).toMatch(/^The environment \(or \.env\) is wrong: LOG_LEVEL /);
  });

  it('gives the choices of autocomplete', async () => {
    const { stdout } = await ask('--autocomplete', 'pelicula', 'titulo=el viaje de chi', '--json');
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
  ])('%j ends with exit code 1 and the line that a person would see', async (words, line) => {
    const { status, stdout } = await ask(...words, '--json');
    expect(status).toBe(1);
    const reply = JSON.parse(stdout);
    expect(reply.content ?? reply.embeds[0].description).toContain(line);
  });

  it('ends its process with that exit code too', () => {
    const { status, stdout } = askInShell({}, 'inventado');
    expect(status).toBe(1);
    expect(stdout).toContain('No conozco el comando inventado.');
  });

  it.each([
    [['score_titulo', 'titulo'], '"titulo" is not option=value.'],
    [[], 'usage: npm run --silent ask'],
  ])('%j ends with exit code 1 and how to call it', async (words, line) => {
    const { status, stderr } = await ask(...words);
    expect(status).toBe(1);
    expect(stderr).toContain(line);
    expect(stderr).not.toContain('    at ');
  });

  it.each([
    [['pelicula', 'titulo=Heat', '--lang', 'xx'], 'usage: npm run --silent ask'],
    [['pelicula', 'titulo=Heat', '--lang', 'enough'], 'usage: npm run --silent ask'],
  ])('%j is no language, and ends with exit code 1 and the usage line', async (words, line) => {
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
  ])('%j ends with exit code 1 and one line that says what is wrong', async (words, line) => {
    const { status, stdout, stderr } = await ask(...words);
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toContain(line);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  });
});
