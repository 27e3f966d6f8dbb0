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
