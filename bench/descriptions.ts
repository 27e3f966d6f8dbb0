import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { openFullData } from './full-data.ts';
import { percentilesOf, timeEach } from './measure.ts';
import { ms, runBenchmark, type Target, table } from './report.ts';

/**
 * `npm run bench:descriptions [-- --list]`: how often /buscar finds the film that a description means. The ranking was tuned on the half
 * "tune" alone. --list prints the failures.
 */

interface DescribedFilm {
  half: 'tune' | 'kept';
  language: 'es' | 'en';
  description: string;
  /** The films that are right, separated by bars. */
  tmdb_ids: string;
}

/** The share of each half that must be among the first five, and the highest p99 in ms. */
const LIMITS = { firstFive: 0.7, p99: 50 };

/** How many times each description is timed. */
const REPEATS = 5;

/** Deeper places count as not found. */
const DEEPEST = 100;

async function measureDescriptions(): Promise<Target[]> {
  const { catalogue } = await openFullData();
  const described = parse(readFileSync(new URL('descriptions.csv', import.meta.url), 'utf8'), {
    columns: true,
  }) as DescribedFilm[];
  const { places, times } = await catalogue.read(AbortSignal.timeout(600_000), async (snapshot) => {
    const places: number[] = [];
    for (const { description, tmdb_ids } of described) {
      const ids = tmdb_ids.split('|').map(Number);
      const found = await snapshot.findByDescription(description, DEEPEST);
      places.push(found.findIndex(({ id }) => ids.includes(id)));
    }
    const jobs = Array.from({ length: REPEATS }, () => described).flat();
    const times = await timeEach(
      jobs.map(
        ({ description }) =>
          () =>
            snapshot.findByDescription(description, 6),
      ),
    );
    return { places, times: percentilesOf(times) };
  });
  await catalogue.close();
  if (process.argv.includes('--list'))
    for (const [at, { half, description }] of described.entries())
      if (half === 'tune' && !isAmong(places[at], 5)) console.log(`${(places[at] ?? 0) + 1}\t${description}`);
  const rows = (['tune', 'kept'] as const).flatMap((half) =>
    (['es', 'en'] as const).map((language) => {
      const of = places.filter(
        (_, at) => described[at]?.half === half && described[at].language === language,
      );
      const share = (limit: number) =>
        `${((100 * of.filter((place) => isAmong(place, limit)).length) / of.length).toFixed(0)} %`;
      return [`${half}, ${language}`, String(of.length), share(1), share(5), share(20)];
    }),
  );
  console.log(table([['descriptions', 'number', 'first', 'of five', 'of twenty'], ...rows]));
  console.log(`median ${ms(times.median)} ms, p99 ${ms(times.p99)} ms`);
  const least = (half: DescribedFilm['half']) => {
    const of = places.filter((_, at) => described[at]?.half === half);
    return of.filter((place) => isAmong(place, 5)).length / of.length;
  };
  return [
    ...(['tune', 'kept'] as const).map((half) => ({
      name: `70 % of the half "${half}" among the first five`,
      isMet: least(half) >= LIMITS.firstFive,
    })),
    { name: `p99 at most ${LIMITS.p99} ms`, isMet: times.p99 <= LIMITS.p99 },
  ];
}

const isAmong = (place: number | undefined, limit: number) =>
  place !== undefined && place >= 0 && place < limit;

await runBenchmark(measureDescriptions);
