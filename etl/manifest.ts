/** What a version holds and how it was made; written as manifest.json beside its tables. */
export interface Manifest {
  version: string;
  /** VERSION_FORMAT of src/lib/version-files.ts when it was written. */
  format: number;
  /** ISO time, UTC. */
  made_at: string;
  /** The raw files: SHA-256 of the file as it lay on the disk, its size, its rows of data. */
  sources: { file: string; sha256: string; bytes: number; rows: number }[];
  /** Rows of every table. */
  tables: Record<string, number>;
  rules: Rules;
  /** People and ratings that the recommendations learnt from; null without ratings. */
  learnt_from: LearntFrom | null;
  /** Warnings about the raw files, one sentence each. */
  notes: string[];
  /** Some run side by side. */
  steps: { step: string; ms: number }[];
  /** The whole run. */
  ms: number;
}

/** How often each rule applied. */
export interface Rules {
  /** Pairs of half rows that made one film. */
  stitched: number;
  /** Films set aside because another row has the same id. */
  duplicates: number;
  /** Raw rows in `rejects`, of all files. */
  rejected: number;
  /** Rows in which every column is blank, left out. */
  blank_rows: number;
  /** Blank cells that became 0, False or the other title. */
  imputed: number;
  /** Cells of an impossible form that became null: imdb_id, poster_path, homepage, original_language. */
  blanked: number;
  /** Entries of lists without an id, a name, a code or a job, left out. */
  entries_incomplete: number;
  /** Rows of credits and keywords beyond the first of their film, merged into it. */
  credits_merged: number;
  keywords_merged: number;
  /** Rows of credits, keywords and Spanish texts whose film is not in the catalogue. */
  credits_without_film: number;
  keywords_without_film: number;
  texts_without_film: number;
}

/** How many people and ratings of films of the catalogue the picks rest on. */
export interface LearntFrom {
  people: number;
  ratings: number;
}
