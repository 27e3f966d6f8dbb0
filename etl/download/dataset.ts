/** Kaggle's public download address of The Movies Dataset. It redirects to a signed address that soon expires. */
export const datasetAddress =
  'https://www.kaggle.com/api/v1/datasets/download/rounakbanik/the-movies-dataset';

/** A file of the archive: without a required one the ETL, or what was asked for, cannot be done. */
export interface Wanted {
  name: string;
  required: boolean;
}

const read: readonly Wanted[] = [
  { name: 'movies_metadata.csv', required: true },
  { name: 'credits.csv', required: true },
  { name: 'keywords.csv', required: false },
  { name: 'links.csv', required: false },
  { name: 'ratings_small.csv', required: false },
];

/** The files of the archive that the ETL reads; `ratings.csv`, 26 million rows, only when asked for. */
export function wantedFiles(withRatings: boolean): readonly Wanted[] {
  return withRatings ? [...read, { name: 'ratings.csv', required: true }] : read;
}
