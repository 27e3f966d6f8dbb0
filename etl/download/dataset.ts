/** Kaggle's public download address of The Movies Dataset. It redirects to a signed address that soon expires. */
export const datasetAddress =
  'https://www.kaggle.com/api/v1/datasets/download/rounakbanik/the-movies-dataset';

/** A file of the archive. An archive without a required file is refused. */
export interface ArchiveFile {
  name: string;
  required: boolean;
}

const readByEtl: readonly ArchiveFile[] = [
  { name: 'movies_metadata.csv', required: true },
  { name: 'credits.csv', required: true },
  { name: 'keywords.csv', required: false },
  { name: 'links.csv', required: false },
  { name: 'ratings_small.csv', required: false },
];

/** The files of the archive that the ETL reads; `ratings.csv` (26 million rows) only on request. */
export function wantedFiles(withRatings: boolean): readonly ArchiveFile[] {
  return withRatings ? [...readByEtl, { name: 'ratings.csv', required: true }] : readByEtl;
}
