import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { runEtl } from '../../etl/run.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder in which the sample is published. */
    sampleParquet: string;
  }
}

/** Publishes the sample by the real ETL, once for all tests. */
export async function setup(project: TestProject): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'filmoteca-sample-'));
  await runEtl({ from: 'data/sample', to: folder });
  project.provide('sampleParquet', folder);
  return () => rmSync(folder, { recursive: true, force: true });
}
