/** How names of one kind are compared with what was typed. */
export interface Manner {
  /**
   * The names are titles: an article may be left out, the order of the words matters, and so does how much of the title
   * was typed. Any word of a person's name says as much as the others.
   */
  titles: boolean;
  /** How much each criterion adds to the score; all are between 0 and 1 before they are weighted. */
  weights: { words: number; coverage: number; start: number; order: number; fame: number; year: number };
  /** What is added where the typed text is the whole name, or its beginning. */
  bonus: {
    same: number;
    exact: number;
    squashed: number;
    bare: number;
    /** The whole name, which has one word. */
    oneWord: number;
    prefix: number;
    squashedPrefix: number;
  };
}

export const FILM_MANNER: Manner = {
  titles: true,
  weights: { words: 3, coverage: 0.7, start: 0.2, order: 0.15, fame: 1.5, year: 1.2 },
  bonus: { same: 2.4, exact: 2.2, squashed: 2, bare: 1.8, oneWord: 2.4, prefix: 0.5, squashedPrefix: 0.5 },
};

/** Fame decides between people who share a word. */
export const PERSON_MANNER: Manner = {
  titles: false,
  weights: { words: 3, coverage: 0.2, start: 0, order: 0.15, fame: 1.5, year: 0 },
  bonus: { same: 2.4, exact: 2.2, squashed: 2, bare: 0, oneWord: 0.5, prefix: 0, squashedPrefix: 0 },
};
