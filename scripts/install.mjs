// Installs the packages of package-lock.json once, so that `npm start` and `npm test` work on a fresh clone.
// Its arguments are passed to npm: `--omit=dev` if the bot only runs.
// Plain JavaScript with Node's own modules, because nothing else is installed yet.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = new URL('../', import.meta.url);
const marker = new URL('node_modules/.installed', root);
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Filmoteca needs Node 20.19 or later; this is ${process.versions.node}.`);
  process.exit(1);
}

const lock = createHash('sha256')
  .update(readFileSync(new URL('package-lock.json', root)))
  .digest('hex');
if (!existsSync(marker) || readFileSync(marker, 'utf8') !== lock) {
  console.error('Installing the packages of package-lock.json (once)…');
  const npm = spawnSync(
    'npm',
    ['ci', '--no-audit', '--no-fund', '--loglevel=error', ...process.argv.slice(2)],
    {
      cwd: fileURLToPath(root),
      stdio: ['ignore', 'ignore', 'inherit'],
      shell: process.platform === 'win32',
    },
  );
  if (npm.status !== 0) {
    console.error('npm ci failed: see its message above, fix the cause and run the command again.');
    process.exit(1);
  }
  writeFileSync(marker, lock);
}
