import type { Logger } from 'pino';
import { type Catalogue, openCatalogue } from '../catalogue/catalogue.ts';
import { VersionRefused } from '../catalogue/refused.ts';
import { listVersions } from '../catalogue/versions.ts';
import { readPointer } from '../lib/version-files.ts';

/**
 * Opens the live version or, where that is refused, the one before it or the newest that can be read: a bot that starts
 * by itself at night answers from older data rather than not at all. Throws when there is none.
 */
export async function openLiveCatalogue(
  folder: string,
  log: Logger,
  onLoading?: () => void,
): Promise<Catalogue> {
  const [current, previous] = [await readPointer(folder, 'current'), await readPointer(folder, 'previous')];
  if (current === undefined) return openCatalogue(folder, { onLoading });
  const others = [previous, ...(await listVersions(folder)).map(({ name }) => name)];
  const wanted = new Set([current, ...others.filter((name) => name !== undefined)]);
  let first: VersionRefused | undefined;
  for (const version of wanted) {
    try {
      const catalogue = await openCatalogue(folder, { version, onLoading });
      if (first !== undefined)
        log.error({ version, error: first }, 'the live version was refused at the start');
      return catalogue;
    } catch (error) {
      if (!(error instanceof VersionRefused)) throw error;
      first ??= error;
    }
  }
  throw first;
}
