// Installs the packages of package-lock.json once, so that `npm start` and `npm test` work on a fresh clone.
// Its arguments are passed to npm: `--omit=dev` if the bot only runs.
// Plain JavaScript with Node's own modules, because nothing else is installed yet.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import util from 'node:util';
import { operatorLanguage } from '../src/lib/operator-language.mjs';

const en = {
  oldNode: (version) => `Filmoteca needs Node 20.19 or later; this is ${version}.`,
  installing: 'Installing the packages of package-lock.json (once)…',
  failed: 'npm ci failed: see its message above, fix the cause and run the command again.',
};
const es = {
  oldNode: (version) => `Filmoteca necesita Node 20.19 o posterior; este es ${version}.`,
  installing: 'Instalando los paquetes de package-lock.json (una sola vez)…',
  failed: 'npm ci falló: mira su mensaje arriba, corrige la causa y repite el comando.',
};

const root = new URL('../', import.meta.url);
const marker = new URL('node_modules/.installed', root);
const text = { es, en }[readLanguage()];
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  fail(text.oldNode(process.versions.node));
}

const lock = createHash('sha256')
  .update(readFileSync(new URL('package-lock.json', root)))
  .digest('hex');
if (!existsSync(marker) || readFileSync(marker, 'utf8') !== lock) {
  console.error(text.installing);
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
    fail(text.failed);
  }
  writeFileSync(marker, lock);
}

/** BOT_LANG may be in .env, which dotenv cannot read yet. */
function readLanguage() {
  const file = new URL('.env', root);
  try {
    return operatorLanguage({
      ...(existsSync(file) ? util.parseEnv(readFileSync(file, 'utf8')) : {}),
      ...process.env,
    });
  } catch (error) {
    return fail(error.message);
  }
}

function fail(line) {
  console.error(line);
  process.exit(1);
}
