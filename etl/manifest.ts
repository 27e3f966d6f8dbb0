/** The contents and origin of a version, as manifest.json in its folder. */
export interface Manifest {
  version: string;
  /** VERSION_FORMAT of src/lib/version-files.ts when it was written. */
  format: number;
  /** ISO time, UTC. */
  made_at: string;
  /** The raw files: SHA-256 and size as stored, and number of data rows. */
  sources: { file: string; sha256: string; bytes: number; rows: number }[];
  /** The number of rows of each table. */
  tables: Record<string, number>;
  rules: Rules;
  /** The ratings behind the recommendations; null without ratings. */
  learnt_from: LearntFrom | null;
  /** Warnings about the raw files, one sentence each. */
  notes: string[];
  /** Some steps run in parallel. */
  steps: { step: string; ms: number }[];
  /** The duration of the run. */
  ms: number;
}

/** How often each rule was applied. */
export interface Rules {
  /** Films joined from two rows. */
  stitched: number;
  /** Rows dropped because another row has the same id. */
  duplicates: number;
  /** Rows in `rejects`, of all files. */
  rejected: number;
  /** Rows skipped because every column is blank. */
  blank_rows: number;
  /** Blank cells replaced by 0, False or the other title. */
  imputed: number;
  /** Malformed cells that became null: imdb_id, poster_path, homepage, original_language, overview. */
  blanked: number;
  /** List entries dropped because they lack an id, name, code or job. */
  entries_incomplete: number;
  /** Further rows of a film in credits and keywords, merged into its first row. */
  credits_merged: number;
  keywords_merged: number;
  /** Rows of credits, keywords and Spanish texts whose film is not in the catalogue. */
  credits_without_film: number;
  keywords_without_film: number;
  texts_without_film: number;
}

/** The number of people and of their ratings of films in the catalogue. */
export interface LearntFrom {
  people: number;
  ratings: number;
}
