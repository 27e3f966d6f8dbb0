import { type EntityKind, TITLE_SCORING } from '../kind.ts';

/** The facts that distinguish a saga from its namesakes. */
export interface SagaLabel {
  id: number;
  name: string;
  films: number;
  /** TMDB id of its most voted film, if possible one that is not adult. */
  best: number;
}

/** Every saga by its own name and by the titles of its films: its own name is English only. */
const sql = `
  with sagas as (
    select
      collection_id as id, min(regexp_replace(collection, ' Collection$', '')) as name,
      least(sum(vote_count), 2147483647)::int as votes, bool_and(adult)::int as flags, count(*)::int as films,
      arg_max(movies.id, (not adult, vote_count, -movies.id)) as best
    from movies
    where collection_id is not null
    group by collection_id
  ),
  names as (
    select id, name, null::varchar as folded, true as shown from sagas
    union all
    select distinct collection_id, titles.title, titles.folded, false
    from titles join movies on movies.id = movie_id
    where collection_id is not null
  )
  select id, names.name, folded, votes, 0 as year, flags, shown, films, best
  from names join sagas using (id)
  order by votes desc, id, shown desc, names.name
`;

export const sagas: EntityKind<SagaLabel, never, 'films' | 'best'> = {
  name: 'sagas',
  sql,
  texts: [],
  integers: ['films', 'best'],
  scoring: TITLE_SCORING,
  adultFlag: 1,
  label: ({ id, name, integer }) => ({
    id,
    name,
    films: integer('films') ?? 0,
    best: integer('best') ?? 0,
  }),
  // The guard withholds every film of a saga with a film in question.
  isWithheld: ({ best }, withheld) => withheld.films.has(best),
  masked: {},
};
