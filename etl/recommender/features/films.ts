/** The columns of a film that the recommender uses; unknown numbers are 0. */
export interface FilmRow {
  id: number;
  collection: number;
  /** The id of the next film of its collection, or of the previous film for the last one; 0 if there is neither. */
  sequel: number;
  adult: boolean;
  vote_count: number;
  vote_average: number;
  popularity: number;
  year: number;
  /** Equal for films with the same title, year and directors: at most one of them is recommended. */
  twin: number;
  /** Equal for films with the same title: remakes. */
  story: number;
  /** A group of original languages; empty for English and if the language is unknown. */
  region: string;
}
