import { createCipheriv, createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';

/** The files of a small archive, with bytes that no compression makes much smaller. */
export const csvFiles: Record<string, Buffer> = {
  'movies_metadata.csv': noise('movies', 400_000),
  'credits.csv': noise('credits', 600_000),
  'keywords.csv': noise('keywords', 20_000),
  'links.csv': noise('links', 5_000),
  'links_small.csv': noise('links_small', 1_000),
  'ratings.csv': noise('ratings', 30_000),
  'ratings_small.csv': noise('ratings_small', 3_000),
};

const read = ['movies_metadata.csv', 'credits.csv', 'keywords.csv', 'links.csv', 'ratings_small.csv'];

/** Of some files, those that the ETL reads. */
export function readByEtl(files: Record<string, Buffer>): Record<string, Buffer> {
  return Object.fromEntries(Object.entries(files).filter(([name]) => read.includes(name)));
}

/** Bytes without a pattern, always the same for a seed. */
export function noise(seed: string, bytes: number): Buffer {
  const key = createHash('sha256').update(seed).digest();
  return createCipheriv('aes-256-ctr', key, Buffer.alloc(16)).update(Buffer.alloc(bytes));
}

/** A zip of some files. */
export function zip(files: Record<string, Buffer>, compress = true): Promise<Buffer> {
  const archive = new ZipFile();
  const level = compress ? { compressionLevel: 1 } : { compress };
  for (const [name, bytes] of Object.entries(files))
    archive.addBuffer(bytes, name, { ...level, mtime: new Date('2020-01-01T00:00:00Z') });
  archive.end();
  return buffer(archive.outputStream);
}

/** The same bytes, with one found text replaced by another of the same length, wherever it is. */
export function patch(bytes: Buffer, from: string, to: string): Buffer {
  return Buffer.from(
    bytes.toString('latin1').replaceAll(from, () => to),
    'latin1',
  );
}
