/** Ids of films and people that an answer must not reveal now, because an open question asks about them. */
export interface Withheld {
  readonly films: ReadonlySet<number>;
  readonly people: ReadonlySet<number>;
}

export const nothingWithheld: Withheld = { films: new Set(), people: new Set() };

export const isAnythingWithheld = ({ films, people }: Withheld): boolean => films.size + people.size > 0;
