import type { SearchIndex } from './build-index.ts';
import type { LabelOf } from './find.ts';

/** What tells a film apart from its namesakes. */
export interface FilmLabel {
  id: number;
  title: string;
  title_es: string | null;
  release_year: number | null;
  /** In one line; null when none is known. */
  directors: string | null;
}

/** What tells a person apart from their namesakes. */
export interface PersonLabel {
  id: number;
  name: string;
  cast_films: number;
  directed_films: number;
  /** Their most voted film, if there is one that may be shown to anybody. */
  known_for: string | null;
  known_for_es: string | null;
  /** The year in which that film was released. */
  known_for_year: number | null;
}

/** What can be looked up by name, and how each of it is shown. */
export interface Labels {
  films: FilmLabel;
  people: PersonLabel;
}
export type EntityKind = keyof Labels;

/** The labels of films by their doc, a column a fact; what the index knows is not said again. */
export interface FilmColumns {
  titles: string[];
  titlesEs: (string | null)[];
  directors: (string | null)[];
}

/** The same of people; `knownFor` is the doc of a film, -1 for none. */
export interface PersonColumns {
  castFilms: Int32Array;
  directedFilms: Int32Array;
  knownFor: Int32Array;
}

export function filmLabels(
  { ids, years }: SearchIndex,
  { titles, titlesEs, directors }: FilmColumns,
): LabelOf<FilmLabel> {
  return (doc) => ({
    id: ids[doc] ?? 0,
    title: titles[doc] ?? '',
    title_es: titlesEs[doc] ?? null,
    release_year: years[doc] || null,
    directors: directors[doc] ?? null,
  });
}

/** People have one name each, so their entries are their docs. */
export function personLabels(
  { ids, entryName }: SearchIndex,
  { castFilms, directedFilms, knownFor }: PersonColumns,
  films: { index: SearchIndex; labels: FilmColumns },
): LabelOf<PersonLabel> {
  return (doc) => ({
    id: ids[doc] ?? 0,
    name: entryName[doc] ?? '',
    cast_films: castFilms[doc] ?? 0,
    directed_films: directedFilms[doc] ?? 0,
    known_for: films.labels.titles[knownFor[doc] ?? -1] ?? null,
    known_for_es: films.labels.titlesEs[knownFor[doc] ?? -1] ?? null,
    known_for_year: films.index.years[knownFor[doc] ?? -1] || null,
  });
}
