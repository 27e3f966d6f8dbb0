import { z } from 'zod';
import type { Snapshot } from './catalogue.ts';

export const Manifest = z.object({
  version: z.string(),
  made_at: z.string(),
  tables: z.record(z.string(), z.number()),
});

/** Which data is live: version, when it was made (ISO time), rows of each table. */
export type About = z.infer<typeof Manifest>;

/** The manifest of the live version. */
export async function readAbout({ query }: Snapshot): Promise<About> {
  const [row] = await query<{ content: string }>('from manifest');
  return Manifest.parse(JSON.parse(row?.content ?? '{}'));
}
