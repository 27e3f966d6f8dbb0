import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';

const source = fileURLToPath(new URL('../', import.meta.url));
const modules = join(source, '../node_modules');
const folder = mkdtempSync(join(tmpdir(), 'local-discord-'));
const project = join(folder, 'project');

const run = (cwd: string, command: string, args: string[], env = {}) =>
  promisify(execFile)(command, args, { cwd, env: { ...process.env, ...env } });

/** Packs a copy of the package, unpacks it into an empty project and links the packages that it and the examples need. */
beforeAll(async () => {
  const copy = join(folder, 'repository/local-discord');
  const left = new Set(['node_modules', 'dist', 'test'].map((name) => join(source, name)));
  cpSync(source, copy, { recursive: true, filter: (path) => !left.has(path) });
  cpSync(join(source, '../tsconfig.json'), join(copy, '../tsconfig.json'));
  symlinkSync(modules, join(copy, '../node_modules'));
  await run(copy, 'npm', ['pack', '--pack-destination', folder]);
  const installed = join(project, 'node_modules/local-discord');
  mkdirSync(installed, { recursive: true });
  const [tarball = ''] = readdirSync(folder).filter((name) => name.endsWith('.tgz'));
  await run(installed, 'tar', ['-xzf', join(folder, tarball), '--strip-components=1']);
  const { dependencies } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'));
  for (const name of [...Object.keys(dependencies), 'discord.js', '@types/node', 'tsx', 'typescript']) {
    const link = join(project, 'node_modules', name);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(join(modules, name), link);
  }
  cpSync(join(source, 'examples'), project, { recursive: true });
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('the example in JavaScript passes its test with the packed package', async () => {
  const { stdout } = await run(project, 'node', ['--test', '--test-reporter=tap', 'bot.test.js']);
  expect(stdout).toMatch(/^# pass 8$/m);
});

test('the example in TypeScript passes the same test', async () => {
  const { stdout } = await run(
    project,
    'node',
    ['--import', 'tsx', '--test', '--test-reporter=tap', 'bot.test.js'],
    {
      BOT: './bot.ts',
    },
  );
  expect(stdout).toMatch(/^# pass 8$/m);
});

test('the examples compile against the declarations in the package', async () => {
  await run(project, 'node', [join(modules, '.bin/tsc'), '-p', '.']);
});

test('the packed package serves its page without esbuild', async () => {
  const code = `
    import { startLocalDiscord } from 'local-discord';
    const discord = await startLocalDiscord();
    for (const path of ['/', '/page/main.js', '/page/main.css', '/page/twemoji.woff2'])
      console.log((await fetch(discord.url + path)).status);
    await discord.close();`;
  const { stdout } = await run(project, 'node', ['--input-type=module', '--eval', code]);
  expect(stdout).toBe('200\n'.repeat(4));
});
