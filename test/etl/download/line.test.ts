import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { csvFiles, noise, readByEtl, zip } from './archives.ts';
import { contents, download, expectFiles, newFolder, type Ran } from './download.ts';
import { type Answer, chunked, file, type Served, serve, status } from './server.ts';

const archive = await zip(csvFiles);
const half = Math.floor(archive.length / 2);
const newFiles = { ...csvFiles, 'credits.csv': noise('new credits', 80_000) };
const newArchive = await zip(newFiles);
const again = 'The server does not support resuming: starting again.';
const changed = 'The file has changed on the server: starting again.';

/** Downloads from a server of some answers and checks that exact files are left, and nothing else. */
async function arrive(answers: readonly Answer[], files = csvFiles): Promise<Ran & Served> {
  const to = newFolder();
  const server = await serve(...answers);
  const ran = await download(server.url, to);
  expect(ran.failure).toBeUndefined();
  expectFiles(to, readByEtl(files));
  return { ...ran, ...server };
}

/** Downloads from a server of some answers that give no archive, and returns the run after a look at the folder. */
async function fail(answers: readonly Answer[]): Promise<Ran> {
  const to = newFolder();
  const ran = await download((await serve(...answers)).url, to);
  expect(Object.keys(contents(to)).filter((name) => /\.(?:csv|zip)$/u.test(name))).toEqual([]);
  return ran;
}

test('the files that the ETL reads arrive, with the size and the checksum of the archive', async () => {
  const { said, notes, pauses, requests } = await arrive([file(archive)]);
  const sum = createHash('sha256').update(archive).digest('hex');
  expect(said[0]).toBe(`Downloaded: ${archive.length.toLocaleString('en-US')} bytes, SHA-256 ${sum}`);
  expect(said[1]).toMatch(
    /^Unpacked movies_metadata.csv, credits.csv, keywords.csv, links.csv, ratings_small.csv into /u,
  );
  expect({ notes, pauses, requests: requests.length }).toEqual({ notes: [], pauses: [], requests: 1 });
});

test('a download resumes after each lost connection; an attempt with progress is not a failure', async () => {
  const large = { ...csvFiles, 'credits.csv': noise('large credits', 4_000_000) };
  const bytes = await zip(large);
  const stops = [1, 2, 3, 4, 5, 6, 7, 8].map((ninth) => Math.floor((bytes.length * ninth) / 9));
  const cuts = stops.map((cutAt) => file(bytes, { cutAt }));
  const { notes, pauses, requests } = await arrive([...cuts, file(bytes)], large);
  expect(pauses).toEqual(stops.map(() => 1));
  expect(notes[0]).toBe('The connection was lost. Retrying in 1 s.');
  expect(notes[1]).toMatch(/^Resuming after 0\.\d MB from an earlier run\.$/u);
  // fetch may throw away the last bytes before a cut: no exact place can be expected.
  const starts = requests.map(({ range }) => Number(range?.match(/\d+/u)?.[0] ?? 0));
  expect(starts).toEqual([...new Set(starts)].sort((a, b) => a - b));
  expect(starts.every((start, index) => start <= (stops[index - 1] ?? 0))).toBe(true);
  expect(requests[1]?.['if-range']).toBe('"one"');
});

test.each([
  ['a server without ranges', { ranges: false }],
  ['a file without an ETag or a date', { etag: undefined }],
  ['a weak ETag, which promises nothing of bytes,', { etag: 'W/"one"' }],
])('%s begins again', async (_, sent) => {
  const { notes } = await arrive([file(archive, { ...sent, cutAt: half }), file(archive, sent)]);
  expect(notes).toContain(again);
});

test.each([
  ['keeps to If-Range', { etag: '"two"' }],
  ['sends the rest all the same', { etag: '"two"', ignoresIfRange: true }],
])('a file that changes begins again, where the server %s', async (_, sent) => {
  const { notes } = await arrive([file(archive, { cutAt: half }), file(newArchive, sent)], newFiles);
  expect(notes).toContain(changed);
});

test('a file that changes and becomes shorter than the part starts again', async () => {
  const short = { ...csvFiles, 'credits.csv': noise('short', 100) };
  const shortArchive = await zip(short);
  const answers = [
    file(archive, { cutAt: archive.length - 1 }),
    status(416),
    file(shortArchive, { etag: '"two"' }),
  ];
  const { notes } = await arrive(answers, short);
  expect(notes).toContain(changed);
});

test('Last-Modified works as a validator without an ETag', async () => {
  const sent = { etag: undefined, headers: { 'last-modified': 'Sun, 22 Nov 2026 20:30:00 GMT' } };
  const { requests } = await arrive([
    file(archive, { ...sent, cutAt: half }),
    file(archive, { ...sent, ignoresIfRange: true }),
  ]);
  expect(requests[1]).toMatchObject({
    range: expect.stringMatching(/^bytes=[1-9]\d*-$/u),
    'if-range': 'Sun, 22 Nov 2026 20:30:00 GMT',
  });
});

test('a response without a length is read to its end', async () => {
  const { pauses } = await arrive([chunked(archive, half), chunked(archive)]);
  expect(pauses).toEqual([1]);
});

test('every attempt follows the redirect to another server', async () => {
  const storage = await serve(file(archive, { cutAt: half }), file(archive));
  const { requests } = await arrive([status(302, { location: storage.url })]);
  expect(requests).toHaveLength(2);
  expect(storage.requests.map(({ range }) => range)).toEqual([
    undefined,
    expect.stringMatching(/^bytes=[1-9]\d*-$/u),
  ]);
});

test.each([
  ['seconds', '7', 7],
  ['a date', 'Sun, 22 Nov 2026 20:30:09 GMT', 9],
  ['nonsense', 'soon', 1],
])('429 is waited for as long as Retry-After says in %s', async (_, retryAfter, seconds) => {
  const { pauses } = await arrive([status(429, { 'retry-after': retryAfter }), file(archive)]);
  expect(pauses).toEqual([seconds]);
});

test('a 500 is retried', async () => {
  const { pauses, notes } = await arrive([status(500), file(archive)]);
  expect(pauses).toEqual([1]);
  expect(notes).toEqual(['The server answers 500. Retrying in 1 s.']);
});

test('an idle connection times out and is retried', async () => {
  const to = newFolder();
  const server = await serve(file(archive, { silentAt: half }), () => undefined, file(archive));
  const { notes } = await download(server.url, to, {}, { idleTimeout: 150 });
  expect(notes.slice(0, 2)).toEqual([
    'The server has sent nothing for 1 s. Retrying in 1 s.',
    'The server has sent nothing for 1 s. Retrying in 2 s.',
  ]);
  expectFiles(to, readByEtl(csvFiles));
});

const byHand =
  'Download it in a browser and unzip it into data/raw (or RAW_DIR), or name another address with --from.';
const kept = 'Gave up after 6 attempts. The part is kept: the same command resumes it.';
const html = { 'content-type': 'text/html; charset=utf-8' };

test.each([
  ['404', status(404), [], `ADDRESS does not exist (404). ${byHand}`],
  ['401', status(401), [], `ADDRESS requires signing in (401). ${byHand}`],
  ['403', status(403, html), [], `ADDRESS requires signing in (403). ${byHand}`],
  ['400', status(400), [], `ADDRESS refused the request (400). ${byHand}`],
  ['206 unasked', status(206), [], `ADDRESS refused the request (206). ${byHand}`],
  [
    'a page to sign in',
    status(200, html),
    [],
    `ADDRESS returned a web page, not a zip: it may require signing in. ${byHand}`,
  ],
  ['503 for ever', status(503), [1, 2, 4, 8, 16], `ADDRESS: The server answers 503. ${kept}`],
  [
    'an hour to wait',
    status(429, { 'retry-after': '3600' }),
    [],
    'ADDRESS: the server asks to wait 60 minutes. Run the same command after that.',
  ],
])('%s ends in one line that says what to do', async (_, answer, pauses, line) => {
  const ran = await fail([answer]);
  expect(ran).toMatchObject({ failure: line, pauses });
});

test('a connection that is always lost at the same byte is given up', async () => {
  const { failure, pauses } = await fail([file(archive, { ranges: false, cutAt: half })]);
  expect(pauses.slice(-5)).toEqual([1, 2, 4, 8, 16]);
  expect(failure).toBe(`ADDRESS: The connection was lost. ${kept}`);
});

test('a refused connection is one line, after the retries', async () => {
  const server = await serve(status(200));
  server.close();
  const { failure, pauses } = await download(server.url, newFolder());
  expect(pauses).toEqual([1, 2, 4, 8, 16]);
  expect(failure).toBe(`ADDRESS: The server refused the connection. ${kept}`);
});

test('a sign-in page in the middle does not delete the part', async () => {
  const to = newFolder();
  const server = await serve(file(archive, { cutAt: half }), status(200, html), file(archive));
  expect((await download(server.url, to)).failure).toContain('a web page, not a zip');
  const part = contents(to)['the-movies-dataset.zip.part'] ?? Buffer.alloc(0);
  expect(part.length).toBeGreaterThan(0);
  await download(server.url, to);
  expect(server.requests[2]?.range).toBe(`bytes=${part.length}-`);
  expectFiles(to, readByEtl(csvFiles));
});

test('a part from another address is not continued', async () => {
  const to = newFolder();
  const first = await serve(file(archive, { cutAt: half }), status(404));
  await download(first.url, to);
  const second = await serve(file(newArchive));
  await download(second.url, to);
  expect(second.requests.map(({ range }) => range)).toEqual([undefined]);
  expectFiles(to, readByEtl(newFiles));
});
