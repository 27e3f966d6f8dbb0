import { type ChildProcessWithoutNullStreams, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Copy } from 'dockerfile-ast';
import { validate } from 'dockerfile-utils';
import { afterEach, describe, expect, it } from 'vitest';
import { startLocalDiscord } from '#local-discord';
import { buildImageFolder, dockerfile, healthCheck } from './image-folder.ts';

const undo: (() => unknown)[] = [];
afterEach(async () => {
  for (const one of undo.splice(0).reverse()) await one();
}, 60_000);

/** Resolves when a program says so; rejects with all that it said when it leaves without. */
function saying({ stdout, stderr }: ChildProcessWithoutNullStreams, wanted: string): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = '';
    stderr.on('data', (chunk) => {
      said += chunk;
    });
    stdout.on('data', (chunk) => {
      said += chunk;
      if (said.includes(wanted)) resolve();
    });
    stdout.on('close', () => reject(new Error(said)));
  });
}

const lines = (file: string) =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));

describe('the Dockerfile', () => {
  it('is one that Docker accepts, and does not run as root', () => {
    expect(validate(readFileSync('Dockerfile', 'utf8'))).toEqual([]);
    const users = dockerfile.getInstructions().filter((one) => one.getKeyword() === 'USER');
    expect(users.map((one) => one.getArgumentsContent())).toEqual(['node']);
  });

  it('copies only what .dockerignore lets in, and that lets in only what is committed', () => {
    const copied = dockerfile
      .getCOPYs()
      .filter((copy: Copy) => copy.getFromFlag() === null)
      .flatMap((copy) =>
        copy
          .getArguments()
          .map((one) => one.getValue())
          .slice(0, -1),
      );
    const [first, ...allowed] = lines('.dockerignore');
    expect(first).toBe('*');
    expect(allowed.map((line) => line.slice(1))).toEqual(copied.toSorted());
    const committed = execFileSync('git', ['ls-files', '--', ...copied], { encoding: 'utf8' }).split('\n');
    const missing = copied.filter(
      (path) => !committed.some((file) => file === path || file.startsWith(`${path}/`)),
    );
    expect(missing).toEqual([]);
  });

  it('asks /health/live and believes its status', async () => {
    let status = 200;
    const server = createServer((request, response) =>
      response.writeHead(request.url === '/health/live' ? status : 404).end(),
    ).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const [command = '', ...words] = healthCheck();
    const check = async () => {
      const child = spawn(command, words, { env: { PATH: process.env.PATH, PORT: String(port) } });
      return (await once(child, 'exit'))[0];
    };
    expect(await check()).toBe(0);
    status = 503;
    expect(await check()).toBe(1);
    server.close();
    server.closeAllConnections();
    expect(await check()).toBe(1);
  });

  it('makes a folder in which the bot comes online, with packages for running alone and the sample', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'filmoteca-image-'));
    undo.push(() => rm(folder, { recursive: true, force: true }));
    const discord = await startLocalDiscord();
    undo.push(() => discord.close());
    const { root, workdir, environment, command } = await buildImageFolder(folder);
    expect(existsSync(join(workdir, 'node_modules/discord.js'))).toBe(true);
    expect(existsSync(join(workdir, 'node_modules/vitest'))).toBe(false);
    const [node = '', ...words] = command;
    const bot = spawn(node, words, {
      cwd: workdir,
      env: {
        PATH: process.env.PATH,
        ...environment,
        DISCORD_TOKEN: discord.token,
        DISCORD_API: discord.api,
        PORT: '',
      },
    });
    undo.push(() => bot.kill('SIGKILL'));
    const left = once(bot, 'exit');
    await saying(bot, '"msg":"ready"');
    const answer = await discord.person({ name: 'Ana' }).command('score_titulo', { titulo: 'Toy Story' });
    expect((await answer.final()).embeds[0]?.title).toBe('Toy Story (1995)');
    bot.kill('SIGTERM');
    expect((await left)[0]).toBe(0);
    expect(existsSync(join(root, 'data/parquet/current'))).toBe(true);
    expect(existsSync(join(root, 'data/state/filmoteca.db'))).toBe(true);
  }, 120_000);
});
