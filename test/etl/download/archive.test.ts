import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { csvFiles, noise, patch, readByEtl, zip } from './archives.ts';
import { contents, download, expectFiles, newFolder } from './download.ts';
import { file, serve } from './server.ts';

const archive = await zip(csvFiles);
const stored = await zip(csvFiles, false);
const credits = csvFiles['credits.csv']?.subarray(0, 40).toString('latin1') ?? '';
const deleted = 'It was deleted: run the same command to download it again.';

/** The archive with the declared length of one file made one byte smaller, in both places. */
function withWrongLength(): Buffer {
  const bytes = Buffer.from(archive);
  for (let at = bytes.indexOf('credits.csv'); at >= 0; at = bytes.indexOf('credits.csv', at + 1)) {
    const isCentral = bytes.readUInt32LE(at - 46) === 0x02014b50;
    const offset = isCentral ? at - 46 + 24 : at - 30 + 22;
    bytes.writeUInt32LE(599_999, offset);
  }
  return bytes;
}

test.each([
  [
    'of which a byte is wrong',
    patch(stored, credits, `!${credits.slice(1)}`),
    'credits.csv: the CRC-32 does not match',
  ],
  ['that unpacks to more than it says', withWrongLength(), 'too many bytes in the stream'],
  ['that ends too early', archive.subarray(0, -100), 'End of central directory record signature not found'],
  ['of no byte', Buffer.alloc(0), 'End of central directory record signature not found'],
  ['that is no zip', noise('no zip', 5_000), 'End of central directory record signature not found'],
  [
    'with a name that leaves the folder',
    patch(await zip({ ...csvFiles, 'aa/evil.csv': noise('x', 9) }), 'aa/evil', '../evil'),
    'invalid relative path: ../evil.csv',
  ],
  [
    'with a name from the root',
    patch(await zip({ ...csvFiles, 'aa/evil.csv': noise('x', 9) }), 'aa/evil', '/a/evil'),
    'absolute path: /a/evil.csv',
  ],
])('an archive %s changes no file, and the next run fetches it anew', async (_, bytes, reason) => {
  const to = newFolder();
  writeFileSync(join(to, 'credits.csv'), 'the old credits');
  const server = await serve(file(bytes), file(archive, { etag: '"two"' }));
  const { failure } = await download(server.url, to);
  expect(failure).toContain(`The archive from ADDRESS is broken (${reason}`);
  expect(failure).toContain(deleted);
  expectFiles(to, { 'credits.csv': Buffer.from('the old credits') });
  expect((await download(server.url, to)).failure).toBeUndefined();
  expectFiles(to, readByEtl(csvFiles));
});

test('an archive without the required files is refused as another data set', async () => {
  const to = newFolder();
  const server = await serve(
    file(await zip({ 'keywords.csv': noise('k', 10), 'sub/credits.csv': noise('c', 10) })),
  );
  expect((await download(server.url, to)).failure).toBe(
    'The archive from ADDRESS has no movies_metadata.csv, credits.csv, so it is not this data set. ' +
      'It was deleted: name another address with --from.',
  );
  expectFiles(to, {});
});

test('an archive without an optional file is accepted with a note', async () => {
  const to = newFolder();
  const { 'movies_metadata.csv': movies = noise('', 0), 'credits.csv': cast = noise('', 0) } = csvFiles;
  const few = { 'movies_metadata.csv': movies, 'credits.csv': cast };
  const { said } = await download((await serve(file(await zip(few)))).url, to);
  expect(said[1]).toBe(
    'The archive has no keywords.csv, links.csv, ratings_small.csv: the ETL works without.',
  );
  expectFiles(to, few);
});

test('--with-ratings unpacks the large file and requires it', async () => {
  const to = newFolder();
  const { 'links_small.csv': _, 'ratings.csv': ratings = noise('', 0), ...others } = csvFiles;
  const server = await serve(file(await zip(others)), file(archive, { etag: '"two"' }));
  expect((await download(server.url, to, { withRatings: true })).failure).toContain('has no ratings.csv');
  await download(server.url, to, { withRatings: true });
  expectFiles(to, { ...readByEtl(csvFiles), 'ratings.csv': ratings });
});

test('existing files are not downloaded again without --again', async () => {
  const to = newFolder();
  const server = await serve(file(archive));
  await download(server.url, to);
  const { said } = await download(server.url, to);
  expect(said).toEqual([`The files are in ${to} already. Use --again to download them again.`]);
  expect(server.requests).toHaveLength(1);
  await download(server.url, to, { again: true });
  expect(server.requests).toHaveLength(2);
});

test('too little disk space is reported before the archive is written, and before the files are unpacked', async () => {
  const to = newFolder();
  const server = await serve(file(archive));
  const early = await download(server.url, to, {}, { freeBytes: async () => 100_000 });
  expect(early.failure).toBe(
    'FOLDER: 1.1 MB are needed and 0.1 MB are free. Free some space, or choose another folder with --to.',
  );
  const free = [2_000_000, 100_000];
  const late = await download(server.url, to, {}, { freeBytes: async () => free.shift() ?? 0 });
  expect(late.failure).toBe(early.failure?.replace('1.1', '1.0'));
  expect(contents(to)['the-movies-dataset.zip']?.equals(archive)).toBe(true);
  await download(server.url, to);
  expectFiles(to, readByEtl(csvFiles));
  expect(server.requests).toHaveLength(2);
});

test('a target that cannot be written is reported in one line', async () => {
  const to = newFolder();
  writeFileSync(join(to, 'file'), '');
  const server = await serve(file(archive));
  const { failure } = await download(server.url, join(to, 'file'));
  expect(failure).toBe('Cannot write to FOLDER (EEXIST). Choose a folder you may write to with --to.');
  mkdirSync(join(to, 'raw', 'movies_metadata.csv', 'in the way'), { recursive: true });
  const blocked = await download(server.url, join(to, 'raw'));
  expect(blocked.failure).toBe(
    'Cannot write to FOLDER (EISDIR). Choose a folder you may write to with --to.',
  );
});
