import { expect, it } from 'vitest';
import type { Snapshot } from '../../../src/catalogue/snapshot.ts';
import { readCandidates, readSlices } from '../../../src/trivia/questions/pool.ts';
import { sampleCatalogue } from '../../support/sample-catalogue.ts';

const filmsByGenre = `
  select genre, list(distinct movie_id)::varchar as films
  from movie_genres semi join questions using (movie_id)
  group by genre
  order by genre
`;

/** The slices of a genre's pool: the number of questions, and the films of the questions. */
async function poolOf(snapshot: Snapshot, genre: string) {
  const theme = { genre };
  const slices = await readSlices(snapshot, theme, 'es');
  return Promise.all(
    slices.map(async (slice) => {
      const page = { seed: 1, limit: 100_000, offset: 0 };
      const asked = { films: [], times: [] };
      const found = await readCandidates(snapshot, { theme, language: 'es', slice, asked }, page);
      return { counted: slice.questions, films: found.map(({ movie_id }) => movie_id) };
    }),
  );
}

it('the pool of a genre has all questions of its films and no others', async () => {
  const catalogue = await sampleCatalogue();
  await catalogue.read(AbortSignal.timeout(60_000), async (snapshot) => {
    const genres = await snapshot.query<{ genre: string; films: string }>(filmsByGenre);
    expect(genres.length).toBeGreaterThan(15);
    for (const { genre, films } of genres) {
      const own = new Set<number>(JSON.parse(films));
      const pool = await poolOf(snapshot, genre);
      expect([genre, pool.map(({ films: found }) => found.length)]).toEqual([
        genre,
        pool.map(({ counted }) => counted),
      ]);
      const asked = new Set(pool.flatMap(({ films: found }) => found));
      expect([genre, [...asked].filter((id) => !own.has(id))]).toEqual([genre, []]);
      expect([genre, [...own].filter((id) => !asked.has(id))]).toEqual([genre, []]);
    }
  });
});

it('the genre sets of two films share a bit exactly for each common genre', async () => {
  const catalogue = await sampleCatalogue();
  await catalogue.read(AbortSignal.timeout(60_000), async ({ query }) => {
    const [row] = await query<{ wrong: number }>(`
      with sets as (
        select question_films.id, genres, list(distinct genre_id) as ids
        from question_films join movie_genres on movie_id = question_films.id
        group by all
      )
      select count(*)::int as wrong
      from sets one, sets other
      where bit_count(one.genres & other.genres) <> length(list_intersect(one.ids, other.ids))
    `);
    expect(row?.wrong).toBe(0);
  });
});
