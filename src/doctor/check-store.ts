import { type StoreLocation, storeName } from '../store/location.ts';
import { openStore } from '../store/store.ts';
import { type Finding, reasonOf } from './finding.ts';
import type { DoctorText } from './text.ts';

/** No server has this id. The row that the check writes for it is deleted again. */
const NO_SERVER = '0';

/**
 * Whether the store opens, can be written, and belongs to the token's application, if that is known. Creates missing tables, as
 * the bot would.
 */
export async function checkStore(
  location: StoreLocation,
  applicationId: string | undefined,
  clock: () => number,
  text: DoctorText,
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
        const message = text.storeOfOther(storeName(location), owner, applicationId);
        return { check: 'store', level: 'bad', message };
      }
      const message = text.storeGood(engine, storeName(location), ms, owner);
      return { check: 'store', level: 'good', message };
    } finally {
      await store.close();
    }
  } catch (error) {
    return { check: 'store', level: 'bad', message: reasonOf(error) };
  }
}
