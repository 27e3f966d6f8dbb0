import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import type { Manifest } from '../../../etl/manifest.ts';
import { runEtl } from '../../../etl/run.ts';
import { newFolder } from '../raw-files.ts';
import { sampleFolder } from '../real-data.ts';
import { liveVersion, rows, table } from '../run-etl.ts';

describe('the recommendations of the sample', () => {
  const to = inject('sampleParquet');

  it('are the same in every run with any number of workers', async () => {
    const again = newFolder();
    await runEtl({ from: sampleFolder, to: again, workers: availableParallelism() + 1 });
    expect(await table(again, 'recommendations')).toEqual(await table(to, 'recommendations'));
  });

  it('use our Spanish keywords, whose SHA-256 is in the manifest', () => {
    const file = join(to, liveVersion(to) ?? '', 'manifest.json');
    const manifest: Manifest = JSON.parse(readFileSync(file, 'utf8'));
    const sha256 = createHash('sha256').update(readFileSync('data/palabras_es.csv')).digest('hex');
    expect(manifest.sources.find(({ file }) => file === 'palabras_es.csv')).toMatchObject({ sha256 });
  });

  it('are five for every film', async () => {
    const [counts] = await rows(
      to,
      `select count(*)::int, count_if(picks >= 5)::int
       from (select id, count(movie_id) as picks from '$dir/movies.parquet'
             left join '$dir/recommendations.parquet' on movie_id = id group by id)`,
    );
    expect(counts?.[1]).toBe(counts?.[0]);
  });

  it('have neither the film itself, nor a film twice, nor an adult film for a film that is not', async () => {
    const broken = await rows(
      to,
      `select movie_id, similar_id from '$dir/recommendations.parquet' p
       join '$dir/movies.parquet' f on f.id = movie_id join '$dir/movies.parquet' o on o.id = similar_id
       where movie_id = similar_id or (o.adult and not f.adult)
       union all
       select movie_id, similar_id from '$dir/recommendations.parquet' group by all having count(*) > 1`,
    );
    expect(broken).toEqual([]);
  });

  it('have at most two of the own collection in the first five', async () => {
    const most = await rows(
      to,
      `select max(own)::int from (
         select movie_id, count(*) as own from '$dir/recommendations.parquet' p
         join '$dir/movies.parquet' f on f.id = movie_id join '$dir/movies.parquet' o on o.id = similar_id
         where rank <= 5 and f.collection_id = o.collection_id group by movie_id)`,
    );
    expect(most).toEqual([[2]]);
  });
});
