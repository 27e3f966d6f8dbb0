import { cpSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { openCatalogue } from '../../src/catalogue/catalogue.ts';
import { TooSlow } from '../../src/contract/call.ts';
import { films } from '../../src/search/kinds/films.ts';
import { creditsCsv, film, folderWith, moviesCsv, newFolder } from '../etl/raw-files.ts';
import { run } from '../etl/run-etl.ts';
import { afterTest } from '../support/endings.ts';
import { sampleCatalogue } from '../support/sample-catalogue.ts';

const patience = () => AbortSignal.timeout(10_000);
const countFilms = 'select count(*)::int as films from movies';
const SLOW =
  'select count(*)::int as pairs from range(100000) a, range(100000) b, range(100000) c where a.range % 7 = b.range % 11';

/** A folder with two published versions: of 50 films, then of 80, which is live. */
async function twoVersions(): Promise<{ folder: string; versions: string[] }> {
  const folder = newFolder();
  for (const [index, count] of [50, 80].entries()) {
    const films = Array.from({ length: count }, (_, id) => film({ id: String(id + 1), title: `Film ${id}` }));
    const credits = creditsCsv([['[]', '[]', '1']]);
    const from = folderWith({ 'movies_metadata.csv': moviesCsv(films), 'credits.csv': credits });
    await run(from, folder, { now: () => new Date(Date.UTC(2026, 0, index + 1)) });
  }
  return {
    folder,
    versions: readdirSync(folder)
      .filter((name) => name.startsWith('2026'))
      .sort(),
  };
}

describe('the catalogue', () => {
  it('says what to do if nothing is published', async () => {
    const folder = newFolder();
    await expect(openCatalogue(folder)).rejects.toThrow(
      `No data are published in ${folder}: run npm run etl first.`,
    );
  });

  it('cannot read outside its folder or change its own limits', async () => {
    const catalogue = await sampleCatalogue();
    const ask = (sql: string) => catalogue.read(patience(), ({ query }) => query(sql));
    await expect(ask("select * from read_csv('/etc/hostname')")).rejects.toThrow(/Permission/u);
    await expect(ask("copy (select 1) to '/tmp/filmoteca-stolen.csv'")).rejects.toThrow(
      /Permission|read only/iu,
    );
    await expect(ask('set enable_external_access = true')).rejects.toThrow();
    await expect(ask('install httpfs')).rejects.toThrow();
  });

  it('searches many names at once without a warning of Node', async () => {
    const warnings: Error[] = [];
    const note = (warning: Error) => warnings.push(warning);
    process.on('warning', note);
    afterTest(() => process.off('warning', note));
    const found = await (await sampleCatalogue()).read(patience(), ({ find }) =>
      Promise.all(Array.from({ length: 20 }, () => find(films, 'toy story', { limit: 1 }))),
    );
    expect(found.flat().map(({ id }) => id)).toEqual(Array(20).fill(862));
    expect(warnings).toEqual([]);
  });

  it('runs work that reads nothing even if every connection is busy', async () => {
    const catalogue = await openCatalogue(inject('sampleParquet'), { connections: 1 });
    const slow = new AbortController();
    const waiting = catalogue.read(slow.signal, ({ query }) => query(SLOW)).catch(() => 'interrupted');
    const quick = await catalogue.read(patience(), async () => 'answered');
    slow.abort(new TooSlow());
    expect([quick, await waiting]).toEqual(['answered', 'interrupted']);
    await catalogue.close();
  });

  it('answers a search even if every connection is busy', async () => {
    const catalogue = await openCatalogue(inject('sampleParquet'), { connections: 1 });
    const slow = new AbortController();
    const waiting = catalogue.read(slow.signal, ({ query }) => query(SLOW)).catch(() => 'interrupted');
    const found = await catalogue.read(patience(), ({ find }) => find(films, 'toy story', { limit: 1 }));
    slow.abort(new TooSlow());
    expect([found.map(({ id }) => id), await waiting]).toEqual([[862], 'interrupted']);
    await catalogue.close();
  });

  it('interrupts an aborted query and then answers the next one', async () => {
    const catalogue = await openCatalogue(inject('sampleParquet'), { connections: 1 });
    const slow = new AbortController();
    const waiting = catalogue.read(slow.signal, ({ query }) => query(SLOW));
    slow.abort(new TooSlow());
    await expect(waiting).rejects.toBeInstanceOf(TooSlow);
    expect(await catalogue.read(patience(), ({ query }) => query(countFilms))).toEqual([{ films: 392 }]);
    await catalogue.close();
  });

  // DuckDB discards an interrupt that arrives between the preparation of a statement and its execution.
  it('interrupts a query at whatever moment of it the abort arrives', async () => {
    const catalogue = await openCatalogue(inject('sampleParquet'), { connections: 1 });
    const outcomes: string[] = [];
    for (let delay = 0; delay < 400; delay++) {
      const slow = new AbortController();
      // A text of its own: the statement is prepared anew.
      const waiting = catalogue.read(slow.signal, ({ query }) => query(`${SLOW} and a.range >= ${delay}`));
      for (let tick = 0; tick < delay; tick++) await new Promise((resolve) => setImmediate(resolve));
      slow.abort(new TooSlow());
      outcomes.push(
        await waiting.then(
          () => 'answered',
          (error) => error.constructor.name,
        ),
      );
    }
    expect(outcomes).toEqual(Array(400).fill('TooSlow'));
    await catalogue.close();
  });
});

describe('a swap', () => {
  let folder: string;
  let versions: string[];
  beforeAll(async () => {
    ({ folder, versions } = await twoVersions());
  });

  it('never shows a reader a mixture of old and new data', async () => {
    const catalogue = await openCatalogue(folder);
    let swapping = true;
    const torn: unknown[] = [];
    let reads = 0;
    const reader = async () => {
      while (swapping) {
        await catalogue.read(patience(), async ({ query, find }) => {
          const found = await find(films, '', { id: 80, limit: 1 });
          const [first] = await query<{ films: number }>(countFilms);
          const [second] = await query<{ films: number }>(
            'select count(distinct movie_id)::int as films from titles',
          );
          if (first?.films !== second?.films || (found.length === 1) !== (first?.films === 80))
            torn.push([found, first, second]);
        });
        reads++;
      }
    };
    const readers = [1, 2, 3].map(reader);
    for (let turn = 0; turn < 4; turn++) await catalogue.swap(versions[turn % 2]);
    swapping = false;
    await Promise.all(readers);
    expect(torn).toEqual([]);
    expect(reads).toBeGreaterThan(10);
    expect(await catalogue.read(patience(), ({ query }) => query(countFilms))).toEqual([{ films: 80 }]);
    await catalogue.close();
  });

  it.each([
    ['that is not there', () => {}],
    [
      'with a broken file',
      (version: string) => writeFileSync(join(version, 'movies.parquet'), 'PAR1 nothing'),
    ],
  ])(
    'to a version %s is refused, and the old data stays live',
    async (_, spoil) => {
      const catalogue = await openCatalogue(folder);
      const bad = mkdtempSync(join(folder, 'bad-'));
      if (spoil.length > 0) cpSync(join(folder, versions[0] ?? ''), bad, { recursive: true });
      spoil(bad);
      await expect(catalogue.swap(basename(bad))).rejects.toThrow();
      expect(await catalogue.read(patience(), ({ query }) => query(countFilms))).toEqual([{ films: 80 }]);
      await catalogue.swap(versions[0]);
      expect(await catalogue.read(patience(), ({ query }) => query(countFilms))).toEqual([{ films: 50 }]);
      await catalogue.close();
    },
    60_000,
  );
});

it('a comparison checks the tables of the candidate, not the live ones', () => {
  const read = (name: string) => readFileSync(`src/catalogue/${name}.sql`, 'utf8');
  const names = (sql: string, form: RegExp) =>
    new Set([...sql.matchAll(form)].map((match) => match[1] ?? ''));
  const checked = names(read('check'), /(?:from|join) (\w+)/gu);
  checked.delete('problems');
  const views = names(read('candidate'), /create view memory\.main\.(\w+)/gu);
  expect(checked.size).toBeGreaterThan(2);
  expect([...checked].filter((name) => !views.has(name))).toEqual([]);
});
