/** What a raw file holds. */
export type SourceKind = 'movies' | 'credits' | 'keywords' | 'texts' | 'words' | 'links' | 'ratings';

/** A raw file: what it holds, its name in reports, and where it is. */
export interface Source {
  kind: SourceKind;
  file: string;
  path: string;
  bytes: number;
}
