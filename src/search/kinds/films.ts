import { type EntityKind, TITLE_SCORING } from '../kind.ts';

/** The facts that distinguish a film from its namesakes. */
export interface FilmLabel {
  id: number;
  title: string;
  title_es: string | null;
  release_year: number | null;
  /** In one line; null when none is known. */
  directors: string | null;
}

/** Every name of every film. */
const sql = `
  with directed as (
    select movie_id, string_agg(people.name, ', ' order by people.name) as directors
    from (select distinct movie_id, person_id from crew_members where job = 'Director') jobs
    join people using (person_id)
    group by movie_id
  )
  select
    movie_id as id, titles.title as name, folded, vote_count as votes,
    coalesce(release_year, 0) as year, adult::int as flags,
    kind = 'title' as shown, titles.title, title_es, directors
  from titles
  join movies on movies.id = movie_id
  left join directed using (movie_id)
  order by vote_count desc, movie_id, kind, titles.language, titles.title
`;

export const films: EntityKind<FilmLabel, 'title' | 'title_es' | 'directors', never> = {
  name: 'films',
  sql,
  texts: ['title', 'title_es', 'directors'],
  integers: [],
  scoring: TITLE_SCORING,
  adultFlag: 1,
  label: ({ id, year, text }) => ({
    id,
    title: text('title') ?? '',
    title_es: text('title_es'),
    release_year: year,
    directors: text('directors'),
  }),
  isWithheld: ({ id }, withheld) => withheld.films.has(id),
  masked: { directors: null },
};
