import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { liveVersion, openCatalogue } from '../../src/catalogue/catalogue.ts';
import { type Fault, type Ground, nothingYet, repeat } from '../fault.ts';

/** Cuts a file of a version short, or flips one bit of it, anywhere. */
function damage(version: string, { random }: Ground): string {
  const files = readdirSync(version).filter((name) => name.endsWith('.parquet'));
  const name = files[Math.floor(random() * files.length)] ?? '';
  const path = join(version, name);
  const bytes = readFileSync(path);
  const place = Math.floor(random() * bytes.length);
  if (random() < 0.5) truncateSync(path, place);
  else {
    bytes[place] = (bytes[place] ?? 0) ^ (1 << Math.floor(random() * 8));
    writeFileSync(path, bytes);
  }
  return `${name} at ${place} of ${bytes.length}`;
}

/** A damaged version is refused in one line, and the one before goes on answering. */
export const parquetDamaged: Fault = {
  name: 'Parquet damaged',
  full: 100,
  slice: 3,
  async open(ground) {
    const live = (await liveVersion(ground.parquet)) ?? '';
    const folder = mkdtempSync(join(ground.scratch, 'damaged-'));
    writeFileSync(join(folder, 'current'), live);
    const copy = join(folder, live);
    cpSync(join(ground.parquet, live), copy, { recursive: true });
    const catalogue = await openCatalogue(folder);
    const films = () =>
      catalogue.read(AbortSignal.timeout(10_000), ({ query }) =>
        query<{ films: number }>('select count(*)::int as films from movies'),
      );
    const before = JSON.stringify(await films());
    const once = async () => {
      const start = performance.now();
      const what = damage(copy, ground);
      const refusal = await catalogue.swap(live).then(
        () => undefined,
        (error: unknown) => String(error instanceof Error ? error.message : error),
      );
      const same = JSON.stringify(await films()) === before;
      cpSync(join(ground.parquet, live), copy, { recursive: true });
      const problems = [
        ...(refusal === undefined ? [`taken though damaged: ${what}`] : []),
        ...(refusal?.includes('\n') ? [`more than one line: ${refusal}`] : []),
        ...(same ? [] : [`other data after ${what}`]),
      ];
      return {
        ...nothingYet(),
        injected: 1,
        calls: 1,
        told: refusal === undefined ? 0 : 1,
        problems,
        recoveries: [performance.now() - start],
      };
    };
    return {
      inject: (times) => repeat(times, once),
      async close() {
        await catalogue.close();
        rmSync(folder, { recursive: true });
        return {};
      },
    };
  },
};
