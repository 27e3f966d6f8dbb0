import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { bot, newFolder, startProgram } from './support/start-program.ts';

const urlIn = (output: string) => /http:\/\/127\.0\.0\.1:\d+/u.exec(output)?.[0] ?? '';

/** A port in use. */
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
  it('without data and token publishes the sample and answers; at the end of its input the page stays up', async () => {
    const { child, output, prints, exit } = startProgram({ PARQUET_DIR: join(newFolder(), 'parquet') });
    await prints('DISCORD_TOKEN=');
    child.stdin?.write('/score_titulo titulo:Toy Story\n');
    await prints('7.7 / 10');
    child.stdin?.end();
    await prints('Nobody types here');
    expect((await fetch(urlIn(output()))).status).toBe(200);
    child.kill('SIGINT');
    expect(await exit).toBe(0);
    expect(output()).toContain('392');
  }, 120_000);

  it('without input, as in a container, runs until a signal, and checks its data at SIGHUP', async () => {
    const { child, output, prints, exit } = startProgram(
      { LOG_LEVEL: 'info', ADMIN_ID: '1' },
      { input: 'ignore' },
    );
    await prints('Nobody types here');
    child.kill('SIGHUP');
    await prints('asked to look at `current`');
    expect((await fetch(urlIn(output()))).status).toBe(200);
    child.kill('SIGTERM');
    expect(await exit).toBe(0);
    expect(output().match(/^.*ADMIN_ID .*$/gmu)).toEqual([
      'The environment (or .env) has variables that Filmoteca does not know and ignores: ADMIN_ID (ADMIN_IDS?). .env.example lists those it reads.',
    ]);
  }, 120_000);

  it('without a token prints an error as one line instead of JSON', async () => {
    const folder = newFolder();
    cpSync(inject('sampleParquet'), folder, { recursive: true });
    const { output, prints } = startProgram({ PARQUET_DIR: folder });
    await prints('DISCORD_TOKEN=');
    writeFileSync(join(folder, 'new'), 'elsewhere');
    renameSync(join(folder, 'new'), join(folder, 'current'));
    await prints('was refused');
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
    `in a terminal exits at Ctrl-D${noScript ? `: ${noScript}` : ''}`,
    async () => {
      const { child, prints, exit } = startProgram({}, { command: inTerminal });
      await prints('DISCORD_TOKEN=');
      await prints('›');
      child.stdin?.write('\x04');
      expect(await exit).toBe(0);
    },
    120_000,
  );

  it.skipIf(noScript)(
    `exits cleanly when its terminal is closed${noScript ? `: ${noScript}` : ''}`,
    async () => {
      const state = newFolder();
      const { child, prints } = startProgram({ STATE_DIR: state }, { command: inTerminal });
      await prints('›');
      const running = join(state, 'local', 'running.json');
      expect(existsSync(running)).toBe(true);
      child.kill('SIGKILL');
      await expect.poll(() => existsSync(running), { timeout: 20_000 }).toBe(false);
    },
    120_000,
  );

  it('prints one line and exits if its data cannot be read', async () => {
    const folder = newFolder();
    mkdirSync(join(folder, 'broken'));
    writeFileSync(join(folder, 'current'), 'broken');
    const { output, exit } = startProgram({ PARQUET_DIR: folder });
    expect(await exit).toBe(1);
    expect(output()).toMatch(/^Version broken in \S+ cannot be read: .+ Run npm run etl again\.\n$/u);
  }, 120_000);

  it.each(['PORT', 'PAGE_PORT'])(
    'prints one line and exits if its %s is in use',
    async (variable) => {
      const { port, close } = await openPort();
      const { output, exit } = startProgram({ [variable]: String(port) });
      expect(await exit).toBe(1);
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
    'prints one line and exits if its %s cannot be made (%s)',
    async (variable, place, code) => {
      const file = join(newFolder(), 'file');
      writeFileSync(file, '');
      const folder = place === 'in a file' ? join(file, 'folder') : place;
      const { output, exit } = startProgram({ [variable]: folder });
      expect(await exit).toBe(1);
      expect(output()).toMatch(
        RegExp(
          `^The folder ${folder}\\S* cannot be used: ${code}: .+ Check that it can be made and written, or name another one \\(${variable}\\)\\.\\n$`,
          'u',
        ),
      );
    },
    120_000,
  );

  it('prints one line that names the wrong variables, without their values', async () => {
    const { output, exit } = startProgram({
      DISCORD_TOKEN: 'secret',
      DEV_GUILD_ID: 'home',
      PORT: '70000',
      METRICS_TOKEN: 'short',
      ADMIN_IDS: '100000000000000001, me',
    });
    expect(await exit).toBe(1);
    expect(output().trim()).toBe(
      'The environment (or .env) is wrong: DISCORD_TOKEN is too short for a bot token; DEV_GUILD_ID is a Discord id: 17 to 20 digits; ADMIN_IDS is a list of Discord ids with commas between; PORT is a whole number from 1 to 65535; METRICS_TOKEN is 16 characters or more of letters, digits and . _ ~ + / -.',
    );
  }, 120_000);
});
