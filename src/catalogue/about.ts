import { z } from 'zod';
import type { Snapshot } from './snapshot.ts';

export const Manifest = z.object({
  version: z.string(),
  /** Manifests of format 1 lack it. */
  format: z.number().default(1),
  made_at: z.string(),
  tables: z.record(z.string(), z.number()),
  learnt_from: z.object({ people: z.number(), ratings: z.number() }).nullish(),
});

/**
 * The live data: version, creation time (ISO), rows of each table, and the ratings from which the recommendations were learnt
 * (absent in versions made by 0.1.0).
 */
export type About = z.infer<typeof Manifest>;

/** The manifest of the live version. */
export async function readAbout({ query }: Snapshot): Promise<About> {
  const [row] = await query<{ content: string }>('from manifest');
  return Manifest.parse(JSON.parse(row?.content ?? '{}'));
}
