import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { checkFormat, hashTables, versionForm } from '../lib/version-files.ts';

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
}

/** Parses a manifest. Throws if it is malformed. */
export function readManifest(content: string): Version {
  const { version, format, made_at, sources, tables, rules, ms } = Manifest.parse(JSON.parse(content));
  return {
    name: version,
    format,
    madeAt: made_at,
    rowsRead: sources.reduce((sum, { rows }) => sum + rows, 0),
    rejected: rules.rejected,
    tables,
    ms,
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
  if (expected === undefined) throw new Error('that is not the name of a version.');
  const path = join(folder, name);
  const manifest = readManifestOr(await readFile(manifestOf(path), 'utf8'));
  if (manifest?.name !== name) throw new Error('its manifest is not the one it was published with.');
  checkFormat(manifest.format);
  if (!(await hashTables(path)).startsWith(expected))
    throw new Error('its files are not, to the byte, those that were published.');
}

const manifestOf = (path: string) => join(path, 'manifest.json');

function readManifestOr(content: string): Version | undefined {
  try {
    return readManifest(content);
  } catch {
    return undefined;
  }
}
