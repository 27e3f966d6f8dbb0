import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { writeGraph } from '../src/chains/graph-file.ts';
import { makeGraph } from '../src/chains/make-graph.ts';
import { writeDescriptions } from '../src/descriptions/index-file.ts';
import { makeDescriptions } from '../src/descriptions/make-index.ts';
import { settleAll } from '../src/lib/promises.ts';
import type { Language, Sentence } from '../src/lib/sentence.ts';
import { hashTables, VERSION_FORMAT } from '../src/lib/version-files.ts';
import { makeNames } from '../src/search/make-names.ts';
import { countRules, runChecks } from './checks.ts';
import { openDatabase } from './database.ts';
import { loadSources } from './load-sources.ts';
import { loadWords, makeTables, tableSteps } from './make-tables.ts';
import type { LearntFrom, Manifest } from './manifest.ts';
import { explainFailure } from './problem.ts';
import { createStopwatch, type Progress, silent } from './progress.ts';
import { publish, versionName } from './publish.ts';
import type { Loaded } from './read/load-source.ts';
import type { RatingFiles } from './recommender/features/read-people.ts';
import { makeListTables } from './recommender/lists/list-tables.ts';
import { recommend as fillRecommendations, type RecommendOptions } from './recommender/recommend.ts';
import type { Source } from './source.ts';
import { findSources, missingNotes, projectTexts, projectWords } from './sources.ts';
import { createStaging, removeStaging, type Staging, type Warn } from './staging.ts';
import { wording } from './wording.ts';
import { writeTables } from './write.ts';

export interface EtlOptions {
  /** Folder of the raw files. */
  from: string;
  /** Folder of the published versions. */
  to: string;
  /** The most refused rows of a file, in percent. */
  maxRejects?: number;
  /** Our Spanish titles and synopses; may be absent. */
  texts?: string;
  /** A ratings file that replaces the folder's. */
  ratings?: string | undefined;
  /** Our Spanish words for keywords; may be absent. */
  words?: string;
  progress?: Progress;
  now?: () => Date;
  workers?: number;
  /** Fills the table recommendations. */
  recommend?: (connection: DuckDBConnection, options: RecommendOptions) => Promise<LearntFrom | undefined>;
  /** Writes the search index into the folder of the version. */
  names?: (connection: DuckDBConnection, folder: string) => Promise<void>;
  /** Publishes without changing the live version. */
  keepCurrent?: boolean;
  /** Called with a warning for the operator. */
  warn?: Warn;
  /** The language of the notes in the manifest. */
  language?: Language;
  /** An abort removes the staging folder at once; the run then rejects with the signal's reason. */
  signal?: AbortSignal;
}

/**
 * Publishes a version made from the raw files and returns its manifest. Throws a Problem (one line for the operator) if the input
 * or the target is at fault. If it throws, nothing is published and no staging folder is left.
 */
export async function runEtl(options: EtlOptions): Promise<Manifest> {
  const { from, to, texts = projectTexts, words = projectWords, progress = silent, signal } = options;
  const { warn = () => undefined } = options;
  const sources = findSources(from, { texts, words }, options.ratings);
  try {
    const staging = createStaging(to, warn);
    const clean = () => removeStaging(staging.root);
    const stop = () => {
      progress.stop();
      clean();
    };
    signal?.addEventListener('abort', stop);
    try {
      return await runIn(staging, sources, { ...options, warn });
    } finally {
      clean();
      signal?.removeEventListener('abort', stop);
    }
  } catch (error) {
    signal?.throwIfAborted();
    throw explainFailure(error, to);
  }
}

/** The share of each part in the time of a run on the full data, in percent. `npm run etl` prints the times. */
const shares = {
  read: 4,
  tables: 5,
  recommendations: 60,
  'recommendation lists': 3,
  checks: 1,
  write: 1,
  names: 3,
  graph: 1,
  descriptions: 4,
} as const;

async function runIn(
  staging: Staging,
  sources: ReturnType<typeof findSources>,
  {
    from,
    to,
    maxRejects = 1,
    progress = silent,
    now = () => new Date(),
    workers = availableParallelism(),
    recommend = fillRecommendations,
    names = makeNames,
    keepCurrent = false,
    warn,
    language = 'en',
    signal,
  }: EtlOptions & { warn: Warn },
): Promise<Manifest> {
  const start = performance.now();
  const database = await openDatabase(staging.spill);
  const { connection } = database;
  const bytes = sources.reduce((sum, source) => sum + source.bytes, 0);
  // Reading advances by bytes, so the other parts are scaled to bytes too. The size of a pipe is 0.
  const percent = Math.max(bytes, 1) / shares.read;
  progress.start(100 * percent);
  const watch = createStopwatch(progress, signal);
  const time = <Result>(
    step: 'recommendation lists' | 'checks' | 'write' | 'names' | 'graph' | 'descriptions',
    work: () => Promise<Result>,
  ) => watch.time(step, work, shares[step] * percent);
  try {
    const loaded = await watch.time('read', () =>
      loadSources(connection, sources, { workers, maxRejects, progress }),
    );
    await loadWords(connection, sources);
    const each = (shares.tables * percent) / tableSteps.length;
    await makeTables(database, (step, work) => watch.time(step, work, each));
    const files = ratingFiles(sources);
    const notes = [...missingNotes(from, sources), ...loaded.flatMap(notesOn)];
    const note = (sentence: Sentence) => notes.push(sentence);
    const share = shares.recommendations * percent;
    const learntFrom = await watch.time('recommendations', () =>
      recommend(connection, { progress, share, workers, files, note }),
    );
    await time('recommendation lists', () => makeListTables(connection));
    const [, tables] = await settleAll([
      time('checks', async () => runChecks([connection, await database.connect()])),
      time('write', () => writeTables(database, staging.tables)),
    ]);
    // Not in parallel: this step takes as much memory as all the others together.
    await time('names', () => names(connection, staging.tables));
    await time('graph', async () => writeGraph(staging.tables, await makeGraph(staging.tables)));
    await time('descriptions', async () =>
      writeDescriptions(staging.tables, await makeDescriptions(staging.tables)),
    );
    const rules = await countRules(connection, loaded);
    const madeAt = now();
    const manifest: Manifest = {
      version: versionName(madeAt, await hashTables(staging.tables)),
      format: VERSION_FORMAT,
      made_at: madeAt.toISOString(),
      sources: loaded.map(({ source, sha256, rows }) => ({
        file: source.file,
        sha256,
        bytes: source.bytes,
        rows,
      })),
      tables,
      rules,
      learnt_from: learntFrom ?? null,
      notes: notes.map((sentence) => sentence[language]),
      steps: watch.steps,
      ms: Math.round(performance.now() - start),
    };
    writeFileSync(join(staging.tables, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
    signal?.throwIfAborted();
    await publish(to, staging, manifest.version, { keepCurrent, warn });
    return manifest;
  } finally {
    progress.stop();
    database.close();
  }
}

/** Warnings about a file that was read. */
function notesOn({ source, missing, encoding }: Loaded): Sentence[] {
  return [
    ...(encoding === undefined ? [] : [wording.encoded(source.file, encoding)]),
    ...(missing.length > 0 ? [wording.columnsBlank(source.file, missing)] : []),
  ];
}

/** The ratings with their links, if both files exist. */
function ratingFiles(sources: readonly Source[]): RatingFiles | undefined {
  const path = (kind: Source['kind']) => sources.find((source) => source.kind === kind)?.path;
  const [ratings, links] = [path('ratings'), path('links')];
  return ratings === undefined || links === undefined ? undefined : { ratings, links };
}
