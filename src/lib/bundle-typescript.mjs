import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, extname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const packages = fileURLToPath(new URL('../../node_modules', import.meta.url));

/** Every bundle depends on this file and on the installed packages. */
const makers = [fileURLToPath(import.meta.url), join(packages, '.package-lock.json')];

/**
 * Bundles a TypeScript module and the project's modules that it imports as JavaScript, and returns the bundle's URL. Packages
 * stay outside. The bundle is kept in the folder `cache` until a source changes, or until the exit if nothing can be written there.
 */
export async function bundleTypeScript(url, cache) {
  process.setSourceMapsEnabled(true);
  const entry = fileURLToPath(url);
  const folder = writableFolder(cache);
  const note = join(folder, `${createHash('sha256').update(entry).digest('hex')}.json`);
  const last = fs.existsSync(note) ? JSON.parse(fs.readFileSync(note, 'utf8')) : undefined;
  if (last?.sources.every(([file, stamp]) => stampOf(file) === stamp)) return last.bundle;

  const { build } = await import('esbuild');
  const sources = new Map(makers.map((file) => [file, stampOf(file)]));
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    splitting: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20.19',
    sourcemap: true,
    sourcesContent: false,
    outdir: folder,
    // With a hash of the contents in its name, a chunk stays for the processes that still have to load it.
    entryNames: 'entry-[name]-[hash]',
    chunkNames: '[name]-[hash]',
    outExtension: { '.js': '.mjs' },
    write: false,
    plugins: [{ name: 'sources', setup: (build) => setUp(build, sources) }],
  });
  for (const { path, contents } of outputFiles) replaceFile(path, contents);
  const { path } = outputFiles.find(({ path }) => /^entry-.*\.mjs$/u.test(basename(path)));
  const bundle = pathToFileURL(path).href;
  replaceFile(note, JSON.stringify({ bundle, sources: [...sources] }));
  return bundle;
}

/**
 * Notes the stamps of the sources that esbuild reads, and keeps their URLs: `import.meta.url` is the source's. Kysely is
 * bundled too, because its 280 files take eight times as long to load one by one.
 */
function setUp({ onLoad, onResolve }, sources) {
  onResolve({ filter: /^kysely$/ }, ({ path }) => ({ path: fileURLToPath(import.meta.resolve(path)) }));
  onLoad({ filter: /\.(?:ts|json)$/ }, ({ path }) => {
    sources.set(path, stampOf(path));
    const text = fs.readFileSync(path, 'utf8');
    return {
      contents: text.replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href)),
      loader: extname(path).slice(1),
    };
  });
}

/** Changes whenever a file is written; '' if there is none. */
function stampOf(file) {
  const stat = fs.statSync(file, { throwIfNoEntry: false });
  return stat === undefined ? '' : `${stat.mtimeMs} ${stat.size}`;
}

/** `folder`, or a temporary folder from which packages are found too. */
function writableFolder(folder) {
  try {
    fs.mkdirSync(folder, { recursive: true });
    fs.accessSync(folder, fs.constants.W_OK);
    return folder;
  } catch {
    const temporary = fs.mkdtempSync(join(tmpdir(), 'filmoteca-typescript-'));
    fs.symlinkSync(packages, join(temporary, 'node_modules'), 'junction');
    process.on('exit', () => fs.rmSync(temporary, { recursive: true, force: true }));
    return temporary;
  }
}

/** Writes beside the file, then renames: another process never reads half of it. */
function replaceFile(file, contents) {
  const written = fs.mkdtempSync(`${file}-`);
  fs.writeFileSync(join(written, 'new'), contents);
  fs.renameSync(join(written, 'new'), file);
  fs.rmdirSync(written);
}
