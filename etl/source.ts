/** The kind of a raw file. */
export type SourceKind = 'movies' | 'credits' | 'keywords' | 'texts' | 'words' | 'links' | 'ratings';

/** A raw file; `file` is its name in reports. */
export interface Source {
  kind: SourceKind;
  file: string;
  path: string;
  bytes: number;
}
