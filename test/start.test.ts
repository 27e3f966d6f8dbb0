import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { bot, newFolder, startProgram } from './support/start-program.ts';

const urlIn = (output: string) => /http:\/\/127\.0\.0\.1:\d+/u.exec(output)?.[0] ?? '';

/** A port that another program has. */
async function openPort() {
  const taken = createServer().listen(0, '127.0.0.1');
  await once(taken, 'listening');
  return { port: (taken.address() as AddressInfo).port, close: () => taken.close() };
}

const noScript =
  spawnSync('script', ['--version']).status === 0 ? undefined : 'no `script` of util-linux on this machine';
/** Runs the bot in a terminal of its own. */
const inTerminal = ['script', '--quiet', '--return', '--command', bot.join(' '), '/dev/null'];

describe('npm start', () => {
  it('without data and without a token publishes the sample and answers; at the end of its input the page goes on', async () => {
    const { child, output, says, left } = startProgram({ PARQUET_DIR: join(newFolder(), 'parquet') });
    await says('DISCORD_TOKEN=');
    child.stdin?.write('/score_titulo titulo:Toy Story\n');
    await says('7.7 / 10');
    child.stdin?.end();
    await says('No hay más entrada que leer');
    expect((await fetch(urlIn(output()))).status).toBe(200);
    child.kill('SIGINT');
    expect(await left).toBe(0);
    expect(output()).toContain('392');
  }, 120_000);

  it('without an input, as in a container, stays until a signal, and SIGHUP only asks it to look at its data', async () => {
    const { child, output, says, left } = startProgram(
      { LOG_LEVEL: 'info', ADMIN_ID: '1' },
      { input: 'ignore' },
    );
    await says('No hay más entrada que leer');
    child.kill('SIGHUP');
    await says('asked to look at `current`');
    expect((await fetch(urlIn(output()))).status).toBe(200);
    child.kill('SIGTERM');
    expect(await left).toBe(0);
    expect(output().match(/^.*ADMIN_ID .*$/gmu)).toEqual([
      'The environment (or .env) has variables that Filmoteca does not know and ignores: ADMIN_ID (ADMIN_IDS?). .env.example lists those it reads.',
    ]);
  }, 120_000);

  it('without a token tells of what went wrong in one line, not in the JSON of the log', async () => {
    const folder = newFolder();
    cpSync(inject('sampleParquet'), folder, { recursive: true });
    const { output, says } = startProgram({ PARQUET_DIR: folder });
    await says('DISCORD_TOKEN=');
    writeFileSync(join(folder, 'new'), 'elsewhere');
    renameSync(join(folder, 'new'), join(folder, 'current'));
    await says('was refused');
    expect(
      output()
        .split('\n')
        .filter((line) => line.includes('refused')),
    ).toEqual([
      expect.stringMatching(
        /^✖ the version in `current` was refused, the data stay as they are: Version elsewhere /u,
      ),
    ]);
    expect(output()).not.toMatch(/"level":|^ +at /mu);
  }, 120_000);

  it.skipIf(noScript)(
    `in a terminal Ctrl-D ends it${noScript ? `: ${noScript}` : ''}`,
    async () => {
      const { child, says, left } = startProgram({}, { words: inTerminal });
      await says('DISCORD_TOKEN=');
      await says('›');
      child.stdin?.write('\x04');
      expect(await left).toBe(0);
    },
    120_000,
  );

  it.skipIf(noScript)(
    `ends cleanly when its terminal is closed${noScript ? `: ${noScript}` : ''}`,
    async () => {
      const state = newFolder();
      const { child, says } = startProgram({ STATE_DIR: state }, { words: inTerminal });
      await says('›');
      const running = join(state, 'local', 'running.json');
      expect(existsSync(running)).toBe(true);
      child.kill('SIGKILL');
      await expect.poll(() => existsSync(running), { timeout: 20_000 }).toBe(false);
    },
    120_000,
  );

  it('says in one line that its data cannot be read, and leaves, though the store is open', async () => {
    const folder = newFolder();
    mkdirSync(join(folder, 'broken'));
    writeFileSync(join(folder, 'current'), 'broken');
    const { output, left } = startProgram({ PARQUET_DIR: folder });
    expect(await left).toBe(1);
    expect(output()).toMatch(/^Version broken in \S+ cannot be read: .+ Run `npm run etl` again\.\n$/u);
  }, 120_000);

  it.each(['PORT', 'PAGE_PORT'])(
    'with a %s that another program has says so in one line, and leaves',
    async (variable) => {
      const { port, close } = await openPort();
      const { output, left } = startProgram({ [variable]: String(port) });
      expect(await left).toBe(1);
      expect(output().trim()).toBe(
        `${variable} ${port} cannot be opened at 127.0.0.1: another program has it. Choose another ${variable}, or stop that program.`,
      );
      close();
    },
    120_000,
  );

  it.each([
    ['STATE_DIR', '/proc/filmoteca', 'ENOENT'],
    ['PARQUET_DIR', 'in a file', 'ENOTDIR'],
  ])(
    'with a %s that cannot be made (%s) says so in one line, and leaves',
    async (variable, place, code) => {
      const file = join(newFolder(), 'file');
      writeFileSync(file, '');
      const folder = place === 'in a file' ? join(file, 'folder') : place;
      const { output, left } = startProgram({ [variable]: folder });
      expect(await left).toBe(1);
      expect(output()).toMatch(
        RegExp(
          `^The folder ${folder}\\S* cannot be used: ${code}: .+ Check that it can be made and written, or name another one \\(${variable}\\)\\.\\n$`,
          'u',
        ),
      );
    },
    120_000,
  );

  it('says in one line what is wrong with the environment, and not the value', async () => {
    const { output, left } = startProgram({
      DISCORD_TOKEN: 'secret',
      DEV_GUILD_ID: 'home',
      PORT: '70000',
      METRICS_TOKEN: 'short',
      ADMIN_IDS: '100000000000000001, me',
    });
    expect(await left).toBe(1);
    expect(output().trim()).toBe(
      'The environment (or .env) is wrong: DISCORD_TOKEN is too short for a bot token; DEV_GUILD_ID is a Discord id: 17 to 20 digits; ADMIN_IDS is Discord ids with commas between; PORT is a whole number from 1 to 65535; METRICS_TOKEN is 16 characters or more of letters, digits and . _ ~ + / -.',
    );
  }, 120_000);
});
