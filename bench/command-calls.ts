import type { Catalogue } from '../src/catalogue/catalogue.ts';

/** A spread of ids from the best to the least known, always the same. */
const spread = {
  films: `
    select '#' || id as id
    from (select id, row_number() over (order by vote_count desc, id) as place, count(*) over () as films from movies where not adult)
    semi join range($calls) on place = 1 + floor((range / $calls) ** 3 * films)
    order by place
  `,
  actors: `
    select '#' || person_id as id
    from (select person_id, row_number() over (order by votes desc, person_id) as place, count(*) over () as actors from people where cast_films > 0)
    semi join range($calls) on place = 1 + floor((range / $calls) ** 3 * actors)
    order by place
  `,
  directors: `
    select '#' || person_id as id
    from (select person_id, row_number() over (order by votes desc, person_id) as place, count(*) over () as directors from people where directed_films > 0)
    semi join range($calls) on place = 1 + floor((range / $calls) ** 3 * directors)
    order by place
  `,
};

/** A command, and the options of each call of it. */
export type Calls = [name: string, options: Record<string, string | number>[]];

/** `calls` calls of each command that looks something up, over films and people from the best to the least known. */
export async function lookUps(catalogue: Catalogue, calls: number): Promise<Calls[]> {
  const read = async (sql: string) => {
    const rows = await catalogue.read(AbortSignal.timeout(30_000), ({ query }) =>
      query<{ id: string }>(sql, { calls }),
    );
    return rows.map(({ id }) => id);
  };
  const [films, actors, directors] = [
    await read(spread.films),
    await read(spread.actors),
    await read(spread.directors),
  ];
  return [
    ...['pelicula', 'recomendacion', 'score_titulo', 'votos_titulo'].map(
      (name): Calls => [name, films.map((titulo) => ({ titulo }))],
    ),
    ['get_actor', actors.map((nombre_actor) => ({ nombre_actor }))],
    ['get_director', directors.map((nombre_director) => ({ nombre_director }))],
    ['peliculas_mes', films.map((_, index) => ({ mes: (index % 12) + 1 }))],
    ['peliculas_dia', films.map((_, index) => ({ dia: (index % 7) + 1 }))],
    ['acerca', films.map(() => ({}))],
    ['ayuda', films.map(() => ({}))],
  ];
}
