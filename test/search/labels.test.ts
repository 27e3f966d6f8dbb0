import { join } from 'node:path';
import { expect, inject, it } from 'vitest';
import { liveVersion, openCatalogue } from '../../src/catalogue/catalogue.ts';
import { labelReader } from '../../src/search/finders.ts';
import type { EntityKind } from '../../src/search/kind.ts';
import { kinds } from '../../src/search/kinds/index.ts';
import { readNames } from '../../src/search/names-file.ts';

const filmsSql = `
  select id, title, title_es, release_year,
    (
      select string_agg(name, ', ' order by name) from people
      where person_id in (select person_id from directors where movie_id = movies.id)
    ) as directors
  from movies order by id
`;
const peopleSql = `
  with best as (
    select person_id, arg_max({ title: title, title_es: title_es, year: release_year }, (vote_count, -movies.id)) as film
    from credits join movies on movies.id = movie_id
    where not adult
    group by person_id
  )
  select person_id as id, name, cast_films, directed_films, film.title as known_for, film.title_es as known_for_es,
    film.year as known_for_year
  from people left join best using (person_id)
  where cast_films > 0 or directed_films > 0
  order by id
`;
const sagasSql = `
  select collection_id as id, replace(min(collection), ' Collection', '') as name, count(*)::int as films,
    (from (select id from movies where collection_id = films.collection_id order by vote_count desc, id limit 1)) as best
  from movies films where collection_id is not null group by collection_id order by id
`;
const companiesSql = `
  with best as (
    select company_id, min(company) as name, count(*)::int as films,
      arg_max({ title: title, title_es: title_es, year: release_year }, (vote_count, -movies.id)) as film
    from movie_companies join movies on movies.id = movie_id
    group by company_id
  )
  select company_id as id, name, films, film.title as known_for, film.title_es as known_for_es, film.year as known_for_year
  from best order by id
`;

it('the labels of all films, people, sagas and companies agree with the tables', async () => {
  const folder = inject('sampleParquet');
  const names = await readNames(join(folder, (await liveVersion(folder)) ?? ''));
  const catalogue = await openCatalogue(folder);
  const ask = (sql: string) => catalogue.read(AbortSignal.timeout(10_000), ({ query }) => query(sql));
  const labelsOf = (kind: EntityKind) =>
    Array.from(names?.[kind.name]?.index.ids ?? [], (_, doc) => labelReader(names ?? {}, kind)(doc)).sort(
      (a, b) => a.id - b.id,
    );
  const expected: Record<string, string> = {
    films: filmsSql,
    people: peopleSql,
    sagas: sagasSql,
    companies: companiesSql,
  };
  for (const kind of kinds)
    expect([kind.name, labelsOf(kind)]).toEqual([kind.name, await ask(expected[kind.name] ?? '')]);
  expect(Object.keys(expected)).toEqual(kinds.map(({ name }) => name));
  await catalogue.close();
});
