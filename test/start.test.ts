import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, inject, it } from 'vitest';

const running: ChildProcess[] = [];
const folders: string[] = [];
afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL');
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** Starts the bot as `npm start` does, in an environment without anybody's own .env. */
function start(environment: Record<string, string>, ...words: string[]) {
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/main.ts', ...words], {
    env: { ...process.env, DISCORD_TOKEN: '', LOG_LEVEL: '', ...environment },
  });
  running.push(child);
  let output = '';
  const waiting: { text: string; resolve: () => void }[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      output += chunk;
      for (const one of waiting.filter(({ text }) => output.includes(text))) one.resolve();
    });
  }
  return {
    child,
    output: () => output,
    says: (text: string) =>
      output.includes(text)
        ? Promise.resolve()
        : new Promise<void>((resolve) => waiting.push({ text, resolve })),
    left: once(child, 'exit').then(([code]) => code as number | null),
  };
}

describe('npm start', () => {
  it('without data and without a token publishes the sample, then answers on this machine', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'filmoteca-start-'));
    folders.push(folder);
    const { child, output, says, left } = start({ PARQUET_DIR: join(folder, 'parquet') });
    await says('DISCORD_TOKEN=');
    child.stdin?.write('/score_titulo titulo:Toy Story\n');
    await says('7.7 / 10');
    child.stdin?.end();
    expect(await left).toBe(0);
    expect(output()).toContain('392');
  });

  it('without a token tells of what went wrong in one line, not in the JSON of the log', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'filmoteca-start-'));
    folders.push(folder);
    cpSync(inject('sampleParquet'), folder, { recursive: true });
    const { child, output, says } = start({ PARQUET_DIR: folder, STATE_DIR: join(folder, 'state') });
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
    child.kill('SIGTERM');
  });

  it.each(['SIGINT', 'SIGTERM'] as const)('leaves cleanly at %s', async (signal) => {
    const { child, says, left } = start({ PARQUET_DIR: inject('sampleParquet') });
    await says('DISCORD_TOKEN=');
    child.kill(signal);
    expect(await left).toBe(0);
  });

  it('says in one line that its data cannot be read, and leaves, though the store is open', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'filmoteca-start-'));
    folders.push(folder);
    mkdirSync(join(folder, 'broken'));
    writeFileSync(join(folder, 'current'), 'broken');
    const { output, left } = start({ PARQUET_DIR: folder, STATE_DIR: join(folder, 'state') });
    expect(await left).toBe(1);
    expect(output()).toMatch(/^Version broken in \S+ cannot be read: .+ Run `npm run etl` again\.\n$/u);
  });

  it('with a PORT that is taken says so in one line, and leaves', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const { port } = taken.address() as AddressInfo;
    const { output, left } = start({ PARQUET_DIR: inject('sampleParquet'), PORT: String(port) });
    expect(await left).toBe(1);
    expect(output().trim()).toBe(
      `PORT ${port} cannot be opened at 127.0.0.1: another program has it. Choose another PORT, or stop that program.`,
    );
    taken.close();
  });

  it('says in one line what is wrong with the environment, and not the value', async () => {
    const { output, left } = start({
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
  });
});
