import { type Catalogue, openCatalogue } from '../catalogue/catalogue.ts';
import { listVersions, VersionRefused } from '../catalogue/versions.ts';
import type { Log } from '../lib/log.ts';
import { readPointer } from '../lib/version-files.ts';
import type { Reload } from './reload.ts';

/**
 * Opens the live version. If it is refused, opens the previous one, or else the newest that can be read: a bot that restarts
 * unattended should answer from older data instead of failing. Throws if no version can be opened.
 */
export async function openLiveCatalogue(
  folder: string,
  log: Log,
  onLoading?: () => void,
): Promise<Catalogue> {
  const [current, previous] = [await readPointer(folder, 'current'), await readPointer(folder, 'previous')];
  if (current === undefined) return openCatalogue(folder, { onLoading });
  const others = [previous, ...(await listVersions(folder)).map(({ name }) => name)];
  const candidates = new Set([current, ...others.filter((name) => name !== undefined)]);
  let firstError: VersionRefused | undefined;
  for (const version of candidates) {
    try {
      const catalogue = await openCatalogue(folder, { version, onLoading });
      if (firstError !== undefined)
        log.error({ version, error: firstError }, 'the live version was refused at the start');
      return catalogue;
    } catch (error) {
      if (!(error instanceof VersionRefused)) throw error;
      firstError ??= error;
    }
  }
  throw firstError;
}

/**
 * Calls `follow` every `everyMs` milliseconds, because file change events do not work on network drives; and at SIGHUP if
 * `hangUp`. Returns a function that stops it.
 */
export function followCurrent(
  { follow }: Pick<Reload, 'follow'>,
  { everyMs = 1000, hangUp = false } = {},
): () => void {
  let checking = false;
  const check = async () => {
    if (checking) return;
    checking = true;
    await follow();
    checking = false;
  };
  const onHangUp = () => void follow(true);
  const timer = setInterval(() => void check(), everyMs);
  timer.unref();
  if (hangUp) process.on('SIGHUP', onHangUp);
  return () => {
    clearInterval(timer);
    process.off('SIGHUP', onHangUp);
  };
}
