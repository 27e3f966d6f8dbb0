import { PassThrough } from 'node:stream';
import { WriteStream } from 'node:tty';
import { expect, test } from 'vitest';
import { createMeter } from '../../../etl/download/meter.ts';
import { readOptions } from '../../../etl/download/options.ts';
import { wording } from '../../../etl/download/wording.ts';
import { rawFolder } from '../../../etl/options.ts';
import { csvFiles, readByEtl, zip } from './archives.ts';
import { contents, download, expectFiles, newFolder, program } from './download.ts';
import { file, serve, status } from './server.ts';

const archive = await zip(csvFiles);
const half = Math.floor(archive.length / 2);
const finals = /\.csv$/u;

test.each([
  ['SIGKILL', null, 'SIGKILL', undefined],
  ['SIGINT', 130, null, 'Stopped. The part is kept: the same command resumes it.'],
] as const)(
  '%s while the archive arrives: the next run goes on from there',
  async (sent, code, signal, line) => {
    const to = newFolder();
    const server = await serve(file(archive, { silentAt: half }), file(archive));
    const args = ['--from', server.url, '--to', to];
    const ended = await program(args, /^downloading: [1-9]/u, sent);
    expect(ended).toMatchObject({ code, signal });
    if (line !== undefined) expect(ended.err).toContain(`${line}\n`);
    const left = contents(to);
    const part = left['the-movies-dataset.zip.part'] ?? Buffer.alloc(0);
    expect(part.equals(archive.subarray(0, part.length))).toBe(true);
    expect(Object.keys(left).filter((name) => finals.test(name))).toEqual([]);
    expect((await download(server.url, to)).notes[0]).toMatch(/^Resuming after \d\.\d MB/u);
    expect(server.requests[1]?.range).toBe(`bytes=${part.length}-`);
    expectFiles(to, readByEtl(csvFiles));
  },
);

test('after a SIGKILL while unpacking, no file is half written, and the next run needs no server', async () => {
  const to = newFolder();
  const files = { ...csvFiles, 'credits.csv': Buffer.alloc(40_000_000, 'the same line\n') };
  const server = await serve(file(await zip(files)));
  const args = ['--from', server.url, '--to', to];
  const { signal } = await program(args, /^unpacking: [1-9]/u, 'SIGKILL');
  expect(signal).toBe('SIGKILL');
  expect(Object.keys(contents(to)).filter((name) => finals.test(name))).toEqual([]);
  server.close();
  const { code, out } = await program(args);
  expect({ code, last: out.trimEnd().split('\n').at(-1) }).toEqual({
    code: 0,
    last: `Now run: npm run etl -- --from ${to}`,
  });
  expectFiles(to, readByEtl(files));
});

test('a failure is one line and exit code 1', async () => {
  const server = await serve(status(404));
  const { code, out, err } = await program(['--from', server.url, '--to', newFolder()]);
  expect({ code, out }).toEqual({ code: 1, out: '' });
  expect(err).toMatch(/^http:\S+ does not exist \(404\)\. .+\n$/u);
});

test("by default, Kaggle's data set goes to RAW_DIR or data/raw", () => {
  expect(readOptions([], { RAW_DIR: '/data/raw' }).to).toBe('/data/raw');
  expect(rawFolder({ RAW_DIR: '' })).toMatch(/data\/raw$/u);
  expect(readOptions([], {})).toEqual({
    from: 'https://www.kaggle.com/api/v1/datasets/download/rounakbanik/the-movies-dataset',
    to: rawFolder({}),
    withRatings: false,
    again: false,
    help: false,
  });
});

test.each([
  [['--form', 'x'], "Unknown option '--form'"],
  [['stray'], "Unexpected argument 'stray'"],
  [['--from', 'file:///etc/passwd'], '--from: "file:///etc/passwd" is not an http(s) address'],
  [['--from', 'https://me:secret@example.com/a.zip'], 'without a user name and password'],
  [['--from', 'kaggle'], '--from: "kaggle" is not an http(s) address'],
])('%j is refused in one line', (args, line) => {
  expect(() => readOptions(args, {})).toThrow(line);
});

/** A terminal, as far as the bar can tell. */
function terminal(): { stream: WriteStream; written: () => string } {
  const stream = new PassThrough();
  Object.assign(stream, { isTTY: true, columns: 100 });
  for (const name of ['cursorTo', 'clearLine', 'moveCursor'] as const)
    Object.assign(stream, { [name]: WriteStream.prototype[name] });
  return { stream: stream as unknown as WriteStream, written: () => String(stream.read() ?? '') };
}

test('a terminal gets a bar, or lines if the length is unknown', () => {
  const { stream, written } = terminal();
  const meter = createMeter(stream, 'en');
  meter.begin(wording.downloading, 0, 4_000_000);
  meter.advance(1_000_000);
  meter.end();
  expect(written()).toContain('25% downloading 1.0 MB of 4.0 MB');
  meter.begin(wording.downloading, 0, null);
  meter.advance(26_000_000);
  meter.note(wording.cut);
  expect(written()).toBe('downloading: 0.0 MB\ndownloading: 26.0 MB\nThe connection was lost.\n');
});

test('without a terminal, every ten percent is a line', () => {
  const stream = new PassThrough();
  const meter = createMeter(stream as unknown as WriteStream, 'en');
  meter.begin(wording.unpacking, 45_000_000, 100_000_000);
  for (let done = 45; done < 80; done += 5) meter.advance(5_000_000);
  meter.end();
  expect(String(stream.read())).toBe(
    ['40 %, 45.0', '50 %, 50.0', '60 %, 60.0', '70 %, 70.0', '80 %, 80.0']
      .map((line) => `unpacking: ${line} MB of 100.0 MB\n`)
      .join(''),
  );
});
