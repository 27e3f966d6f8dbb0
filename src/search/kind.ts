import type { Withheld } from '../contract/withheld.ts';

/** The columns of one entity, as `label` reads them. */
export interface Entity<Text extends string = string, Integer extends string = string> {
  readonly id: number;
  /** The first of its names in the order of the SQL. */
  readonly name: string;
  readonly year: number | null;
  text(column: Text): string | null;
  integer(column: Integer): number | null;
}

/** One kind of thing that can be looked up by name. `kinds/index.ts` lists all of them. */
export interface EntityKind<
  Label extends { id: number } = { id: number },
  Text extends string = string,
  Integer extends string = string,
> {
  readonly name: string;
  /**
   * One row for each name, with the columns of NameRow in build-index.ts. The most popular entities come first, and the names of one entity together. It may
   * read the tables in `version-tables.sql`.
   */
  readonly sql: string;
  /** Columns of the SQL that `label` reads. An entity with several rows has one whose `shown` is true; `label` reads that one. */
  readonly texts: readonly Text[];
  readonly integers: readonly Integer[];
  readonly scoring: Scoring;
  /** The bit in `flags` of entities that only age-restricted channels may see; 0 if there are none. */
  readonly adultFlag: number;
  /** The facts that distinguish an entity from its namesakes. `entityAt` reads an entity of another kind, by its place in popularity. */
  label(
    entity: Entity<Text, Integer>,
    entityAt: <T extends string, I extends string>(kind: OtherKind<T, I>, doc: number) => Entity<T, I>,
  ): Label;
  /** Whether an open question asks about the entity: a search must not reveal it then. */
  isWithheld(label: Label, withheld: Withheld): boolean;
  /** Replaces, while a question is open, the parts of other labels that could reveal the answer. */
  readonly masked: Partial<Label>;
}

type OtherKind<Text extends string, Integer extends string> = Pick<
  EntityKind<{ id: number }, Text, Integer>,
  'name' | 'texts' | 'integers'
>;

/** How the names of one kind are compared with the typed text. */
export interface Scoring {
  /**
   * The names are titles: an article may be left out, and the order of the words and the typed share of the title matter.
   * Any word of a person's name says as much as the others.
   */
  titles: boolean;
  /** Weights of the criteria. Each criterion is between 0 and 1 before it is weighted. */
  weights: { words: number; coverage: number; start: number; order: number; fame: number; year: number };
  /** Added if the typed text is the whole name, or its beginning. */
  bonus: {
    same: number;
    exact: number;
    squashed: number;
    bare: number;
    /** The whole name, if it has one word. */
    oneWord: number;
    prefix: number;
    squashedPrefix: number;
  };
}

export const TITLE_SCORING: Scoring = {
  titles: true,
  weights: { words: 3, coverage: 0.7, start: 0.2, order: 0.15, fame: 1.5, year: 1.2 },
  bonus: { same: 2.4, exact: 2.2, squashed: 2, bare: 1.8, oneWord: 2.4, prefix: 0.5, squashedPrefix: 0.5 },
};

/** Fame decides between people who share a word of their names. */
export const PERSON_SCORING: Scoring = {
  titles: false,
  weights: { words: 3, coverage: 0.2, start: 0, order: 0.15, fame: 1.5, year: 0 },
  bonus: { same: 2.4, exact: 2.2, squashed: 2, bare: 0, oneWord: 0.5, prefix: 0, squashedPrefix: 0 },
};
