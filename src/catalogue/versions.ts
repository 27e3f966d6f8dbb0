import { readdir, readFile } from 'node:fs/promises';
import { join, resolve, sep } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { z } from 'zod';
import { operatorText } from '../lib/operator-text.ts';
import { OperatorError, type Sentence, sentenceOf } from '../lib/sentence.ts';
import { checkFormat, hashTables, versionForm } from '../lib/version-files.ts';
import type { Snapshot } from './snapshot.ts';

const Manifest = z.object({
  version: z.string(),
  /** Manifests of format 1 lack it. */
  format: z.number().default(1),
  made_at: z.string(),
  sources: z.array(z.object({ rows: z.number() })),
  tables: z.record(z.string(), z.number()),
  rules: z.object({ rejected: z.number() }),
  /** Missing in manifests of earlier runs. */
  ms: z.number().default(0),
  learnt_from: z.object({ people: z.number(), ratings: z.number() }).nullish(),
});

/** A published version: creation time (ISO), rows read and rejected, rows of each table, duration of the run in ms. */
export interface Version {
  name: string;
  format: number;
  madeAt: string;
  rowsRead: number;
  rejected: number;
  tables: Record<string, number>;
  ms: number;
  /** The ratings from which the recommendations were learnt; absent in versions made by 0.1.0. */
  learntFrom: { people: number; ratings: number } | undefined;
}

/** Parses a manifest. Throws if it is malformed. */
export function readManifest(content: string): Version {
  const { version, format, made_at, sources, tables, rules, ms, learnt_from } = Manifest.parse(
    JSON.parse(content),
  );
  return {
    name: version,
    format,
    madeAt: made_at,
    rowsRead: sources.reduce((sum, { rows }) => sum + rows, 0),
    rejected: rules.rejected,
    tables,
    ms,
    learntFrom: learnt_from ?? undefined,
  };
}

/** The versions published in a folder, newest first. A version without a readable manifest is left out. */
export async function listVersions(folder: string): Promise<Version[]> {
  const names = (await readdir(folder)).filter((name) => versionForm.test(name));
  const read = names.map(async (name) =>
    readManifest(await readFile(manifestOf(join(folder, name)), 'utf8')),
  );
  const found = await Promise.allSettled(read);
  return found
    .flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
    .filter(({ name }) => names.includes(name))
    .sort((a, b) => (a.name < b.name ? 1 : -1));
}

/** Throws one sentence unless the version has the format that this release reads and its files are byte for byte as published. */
export async function verifyVersion(folder: string, name: string): Promise<void> {
  const expected = versionForm.exec(name)?.groups?.hash;
  if (expected === undefined) throw new OperatorError(operatorText.notVersionName);
  const path = join(folder, name);
  const manifest = readManifestOr(await readFile(manifestOf(path), 'utf8'));
  if (manifest?.name !== name) throw new OperatorError(operatorText.otherManifest);
  checkFormat(manifest.format);
  if (!(await hashTables(path)).startsWith(expected)) throw new OperatorError(operatorText.otherBytes);
}

const manifestOf = (path: string) => join(path, 'manifest.json');

function readManifestOr(content: string): Version | undefined {
  try {
    return readManifest(content);
  } catch {
    return undefined;
  }
}

/** The manifest of the live version. */
export async function readLiveManifest({ query }: Snapshot): Promise<Version> {
  const [row] = await query<{ content: string }>('from manifest');
  return readManifest(row?.content ?? '{}');
}

const readWhole = `
  select count(*)::int as rows, bit_xor(hash(whole)) as digest from read_parquet($path) as whole
`;

/**
 * Reads every byte of every table of a published version, in little memory, and returns its manifest. Throws one line if a
 * file is missing or damaged or contradicts the manifest.
 */
export async function inspectVersion(folder: string, version: string): Promise<Version> {
  const place = join(resolve(folder), version);
  const found = readManifest(await readFile(manifestOf(place), 'utf8'));
  checkFormat(found.format);
  const instance = await DuckDBInstance.create(':memory:', { threads: '1', memory_limit: '256MB' });
  const connection = await instance.connect();
  try {
    for (const [table, expected] of Object.entries(found.tables)) {
      const path = join(place, `${table}.parquet`);
      const [row] = (await connection.runAndReadAll(readWhole, { path })).getRowObjectsJS();
      if (row?.rows !== expected)
        throw new OperatorError(operatorText.otherRows(table, String(row?.rows), expected));
    }
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
  return found;
}

/** A version could not be loaded; the previous one stays live. */
export class VersionRefused extends OperatorError {
  readonly version: string;
  /** One sentence, without the folder's path. */
  readonly reason: Sentence;
  constructor(folder: string, version: string, cause: unknown) {
    const { es, en } = sentenceOf(cause);
    const reason = { es: firstLine(es, folder), en: firstLine(en, folder) };
    super(operatorText.versionUnreadable(version, folder, reason), { cause });
    this.version = version;
    this.reason = reason;
  }
}

function firstLine(message: string, folder: string): string {
  const [line = ''] = message.replaceAll(`${resolve(folder)}${sep}`, '').split('\n');
  return /[.!?]$/u.test(line) ? line : `${line}.`;
}
