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
});

/** Resolves when a program prints the text; rejects with its output if it exits before. */
function untilPrinted({ stdout, stderr }: ChildProcessWithoutNullStreams, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    let output = '';
    stderr.on('data', (chunk) => {
      output += chunk;
    });
    stdout.on('data', (chunk) => {
      output += chunk;
      if (output.includes(text)) resolve();
    });
    stdout.on('close', () => reject(new Error(output)));
  });
}

const lines = (file: string) =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));

describe('the Dockerfile', () => {
  it('is valid for Docker, and does not run as root', () => {
    expect(validate(readFileSync('Dockerfile', 'utf8'))).toEqual([]);
    const users = dockerfile.getInstructions().filter((one) => one.getKeyword() === 'USER');
    expect(users.map((one) => one.getArgumentsContent())).toEqual(['node']);
  });

  it('copies only what .dockerignore allows, and .dockerignore allows only committed files', () => {
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

  it('checks the status of /health/live', async () => {
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

  it('builds a folder in which the bot starts, with the production packages and the sample', async () => {
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
    const exit = once(bot, 'exit');
    await untilPrinted(bot, '"msg":"ready"');
    const answer = await discord.person({ name: 'Ana' }).command('score_titulo', { titulo: 'Toy Story' });
    expect((await answer.final()).embeds[0]?.title).toBe('Toy Story (1995)');
    bot.kill('SIGTERM');
    expect((await exit)[0]).toBe(0);
    expect(existsSync(join(root, 'data/parquet/current'))).toBe(true);
    expect(existsSync(join(root, 'data/state/filmoteca.db'))).toBe(true);
  }, 120_000);
});
