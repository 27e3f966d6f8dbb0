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
}

/** What can be looked up by name, and how each of it is shown. */
export interface Labels {
  films: FilmLabel;
  people: PersonLabel;
}
export type Kind = keyof Labels;
