/** A film as the recommender knows it; unknown numbers are 0. */
export interface FilmRow {
  id: number;
  collection: number;
  /** The id of the next film of its collection; of the one before it for the last film; 0 without either. */
  sequel: number;
  adult: boolean;
  vote_count: number;
  vote_average: number;
  popularity: number;
  year: number;
  /** Equal for films of one title, year and director: they are not both picked. */
  twin: number;
}
