import { type FilmMatch, matchFilms } from '../catalogue/match-films.ts';
import { matchPeople, type PersonMatch, type Role } from '../catalogue/match-people.ts';
import { isWhole } from '../catalogue/matches.ts';
import type { Snapshot } from '../catalogue/snapshot.ts';
import {
  isLabelOfFilm,
  isLabelOfPerson,
  isNameOfPerson,
  isTitleOfFilm,
  type ReadLabel,
  readFilmLabel,
  readPersonLabel,
} from '../replies/read-label.ts';
import type { Fitting } from '../search/search.ts';

/** How many things of one name are looked through for the one with a given label. */
const MOST_NAMESAKES = 100;

/** How a text is read as a label of a kind, and which thing it belongs to. */
interface Labelling<Match> {
  read(typed: string): ReadLabel | undefined;
  /** With all that a label says. */
  isLabelOf(typed: string, match: Match): boolean;
  /** With the name alone, as during a game. */
  isNameOf(typed: string, match: Match): boolean;
  yearOf(match: Match): number | undefined;
}

const ofFilms: Labelling<FilmMatch> = {
  read: readFilmLabel,
  isLabelOf: isLabelOfFilm,
  isNameOf: isTitleOfFilm,
  yearOf: ({ release_year: year }) => year ?? undefined,
};

const ofPeople: Labelling<PersonMatch> = {
  read: readPersonLabel,
  isLabelOf: isLabelOfPerson,
  isNameOf: isNameOfPerson,
  yearOf: () => undefined,
};

/**
 * The things that a label of autocomplete was given to: a client may send a choice's name in place of its value. A label
 * from before a change of the data may differ in the rest of what it says, so the name (and a film's year) will do. Empty
 * if what was typed is not a label.
 */
async function labelled<Match extends Fitting>(
  typed: string,
  find: (name: string, limit: number) => Promise<Match[]>,
  { read, isLabelOf, isNameOf, yearOf }: Labelling<Match>,
): Promise<Match[]> {
  const label = read(typed);
  if (label === undefined) return [];
  const found = await Promise.all(label.names.map((name) => find(name, MOST_NAMESAKES)));
  const all = found.flat();
  const meant = [
    all.filter((match) => isLabelOf(typed, match)),
    all.filter((match) => isNameOf(typed, match)),
    all.filter((match) => isWhole(match.fit) && yearOf(match) === label.year),
  ].find((matches) => matches.length > 0);
  return (meant ?? []).map((match) => ({ ...match, fit: 'same', sure: true }));
}

/** The films that a text names, be it free text, an id or a label of autocomplete; best first. `best` as matchFilms. */
export async function filmsNamed(
  catalogue: Snapshot,
  typed: string,
  wanted: { adult: boolean; best?: boolean },
): Promise<FilmMatch[]> {
  const find = (name: string, limit: number) => matchFilms(catalogue, name, { adult: wanted.adult, limit });
  const films = await labelled(typed, find, ofFilms);
  return films.length > 0 ? unique(films) : matchFilms(catalogue, typed, wanted);
}

/** The people that a text names, as filmsNamed. */
export async function peopleNamed(
  catalogue: Snapshot,
  typed: string,
  wanted: { role: Role; best?: boolean },
): Promise<PersonMatch[]> {
  const find = (name: string, limit: number) => matchPeople(catalogue, name, { role: wanted.role, limit });
  const people = await labelled(typed, find, ofPeople);
  return people.length > 0 ? unique(people) : matchPeople(catalogue, typed, wanted);
}

/** At most 25, each once. */
const unique = <Match extends { id: number }>(matches: readonly Match[]): Match[] =>
  [...new Map(matches.map((match) => [match.id, match])).values()].slice(0, 25);
