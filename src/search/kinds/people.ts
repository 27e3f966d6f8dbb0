import { type EntityKind, PERSON_SCORING } from '../kind.ts';
import { films } from './films.ts';

/** The facts that distinguish a person from their namesakes. */
export interface PersonLabel {
  id: number;
  name: string;
  cast_films: number;
  directed_films: number;
  /** Their most voted film that is not adult. */
  known_for: string | null;
  known_for_es: string | null;
  /** The year in which that film was released. */
  known_for_year: number | null;
}

/** A role that a person must have had to be found. */
export type Role = 'actor' | 'director';

/** Bits of people in `flags`. */
export const ROLE_FLAGS: Record<Role, number> = { actor: 1, director: 2 };

/** Everybody who acted or directed. `known_for` is the place of a film in the order of the films' SQL, from 0. */
const sql = `
  with films as (
    select id, adult, row_number() over (order by vote_count desc, id) - 1 as number
    from movies
  ),
  credits as (
    select person_id, movie_id from cast_members
    union all
    select person_id, movie_id from crew_members where job = 'Director'
  ),
  best as (
    select person_id, min(number)::int as known_for
    from credits join films on films.id = movie_id
    where not adult
    group by person_id
  )
  select
    person_id as id, name, folded, votes::int as votes, 0 as year,
    (cast_films > 0)::int + 2 * (directed_films > 0)::int as flags,
    cast_films, directed_films, known_for
  from people
  left join best using (person_id)
  where cast_films > 0 or directed_films > 0
  order by votes desc, person_id
`;

export const people: EntityKind<PersonLabel, never, 'cast_films' | 'directed_films' | 'known_for'> = {
  name: 'people',
  sql,
  texts: [],
  integers: ['cast_films', 'directed_films', 'known_for'],
  scoring: PERSON_SCORING,
  adultFlag: 0,
  label({ id, name, integer }, entityAt) {
    const doc = integer('known_for');
    const film = doc === null ? undefined : entityAt(films, doc);
    return {
      id,
      name,
      cast_films: integer('cast_films') ?? 0,
      directed_films: integer('directed_films') ?? 0,
      known_for: film?.text('title') ?? null,
      known_for_es: film?.text('title_es') ?? null,
      known_for_year: film?.year ?? null,
    };
  },
  isWithheld: ({ id }, withheld) => withheld.people.has(id),
  masked: { known_for: null, known_for_es: null, cast_films: 0, directed_films: 0 },
};
