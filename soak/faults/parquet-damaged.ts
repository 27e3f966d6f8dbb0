import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { liveVersion, openCatalogue } from '../../src/catalogue/catalogue.ts';
import { emptyOutcome, type Fault, repeat, type SoakContext } from '../fault.ts';

/** Truncates a random file of a version at a random place, or flips one bit there. Returns the file and the place. */
function damage(version: string, { random }: SoakContext): string {
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

/** A damaged version must be refused with a one-line error, and the loaded version must keep answering. */
export const parquetDamaged: Fault = {
  name: 'Parquet damaged',
  fullCount: 100,
  testCount: 3,
  async open(context) {
    const live = (await liveVersion(context.parquet)) ?? '';
    const folder = mkdtempSync(join(context.folder, 'damaged-'));
    writeFileSync(join(folder, 'current'), live);
    const copy = join(folder, live);
    cpSync(join(context.parquet, live), copy, { recursive: true });
    const catalogue = await openCatalogue(folder);
    const countFilms = () =>
      catalogue.read(AbortSignal.timeout(10_000), ({ query }) =>
        query<{ films: number }>('select count(*)::int as films from movies'),
      );
    const before = JSON.stringify(await countFilms());
    const injectOnce = async () => {
      const start = performance.now();
      const what = damage(copy, context);
      const refusal = await catalogue.swap(live).then(
        () => undefined,
        (error: unknown) => String(error instanceof Error ? error.message : error),
      );
      const isUnchanged = JSON.stringify(await countFilms()) === before;
      cpSync(join(context.parquet, live), copy, { recursive: true });
      const problems = [
        ...(refusal === undefined ? [`damage not noticed: ${what}`] : []),
        ...(refusal?.includes('\n') ? [`more than one line: ${refusal}`] : []),
        ...(isUnchanged ? [] : [`other data after ${what}`]),
      ];
      return {
        ...emptyOutcome(),
        injected: 1,
        calls: 1,
        refused: refusal === undefined ? 0 : 1,
        problems,
        recoveries: [performance.now() - start],
      };
    };
    return {
      inject: (times) => repeat(times, injectOnce),
      async close() {
        await catalogue.close();
        rmSync(folder, { recursive: true });
        return {};
      },
    };
  },
};
