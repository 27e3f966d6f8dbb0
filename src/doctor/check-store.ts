import { type StoreLocation, storeName } from '../store/location.ts';
import { openStore } from '../store/store.ts';
import { type Finding, reasonOf } from './finding.ts';
import type { DoctorWords } from './text.ts';

/** No server has this id: what is written under it says nothing of anybody, and is taken away again. */
const NO_SERVER = '0';

/**
 * Whether the store opens, takes a row and belongs to the application of the token, if that is known. Makes its tables where
 * they are not there yet, as the bot would.
 */
export async function checkStore(
  location: StoreLocation,
  applicationId: string | undefined,
  clock: () => number,
  words: DoctorWords,
): Promise<Finding> {
  try {
    const store = await openStore(location);
    try {
      const before = clock();
      await store.noteDeparture(NO_SERVER, before);
      await store.noteReturn([NO_SERVER]);
      const engine = 'file' in location ? 'SQLite' : 'PostgreSQL';
      const ms = clock() - before;
      const owner = await store.readOwner();
      if (owner !== undefined && applicationId !== undefined && owner !== applicationId) {
        const says = words.storeOfAnother(storeName(location), owner, applicationId);
        return { check: 'store', level: 'bad', says };
      }
      const says = words.storeGood(engine, storeName(location), ms, owner);
      return { check: 'store', level: 'good', says };
    } finally {
      await store.close();
    }
  } catch (error) {
    return { check: 'store', level: 'bad', says: reasonOf(error) };
  }
}
