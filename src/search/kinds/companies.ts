import { type EntityKind, PERSON_SCORING } from '../kind.ts';
import { films } from './films.ts';

/** The facts that distinguish a production company from its namesakes. */
export interface CompanyLabel {
  id: number;
  name: string;
  films: number;
  /** Its most voted film that is not adult. */
  known_for: string | null;
  known_for_es: string | null;
  /** The year in which that film was released. */
  known_for_year: number | null;
}

/** `known_for` is the place of a film in the order of the films' SQL, from 0. */
const sql = `
  with films as (
    select id, adult, vote_count, row_number() over (order by vote_count desc, id) - 1 as number
    from movies
  )
  select
    company_id as id, min(company) as name, null::varchar as folded, least(sum(vote_count), 2147483647)::int as votes, 0 as year,
    bool_and(adult)::int as flags, count(*)::int as films, min(number) filter (not adult)::int as known_for
  from movie_companies join films on films.id = movie_id
  group by company_id
  order by votes desc, company_id
`;

export const companies: EntityKind<CompanyLabel, never, 'films' | 'known_for'> = {
  name: 'companies',
  sql,
  texts: [],
  integers: ['films', 'known_for'],
  scoring: PERSON_SCORING,
  adultFlag: 1,
  label({ id, name, integer }, entityAt) {
    const doc = integer('known_for');
    const film = doc === null ? undefined : entityAt(films, doc);
    return {
      id,
      name,
      films: integer('films') ?? 0,
      known_for: film?.text('title') ?? null,
      known_for_es: film?.text('title_es') ?? null,
      known_for_year: film?.year ?? null,
    };
  },
  // Its name and its number of films reveal no film.
  isWithheld: () => false,
  masked: { known_for: null, known_for_es: null },
};
