import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import Sqlite from 'libsql';
import type { Fault } from '../fault.ts';
import { openStoreSession } from '../store-session.ts';

/** Another program locks the SQLite file for up to seven seconds, which is longer than the store waits. */
export const sqliteLocked: Fault = {
  name: 'store: SQLite locked',
  fullCount: 100,
  testCount: 1,
  async open(context) {
    const file = join(mkdtempSync(join(context.folder, 'locked-')), 'soak.db');
    let isFirst = true;
    return openStoreSession(context, { store: { file } }, async () => {
      const other = new Sqlite(file, { timeout: 5000 });
      other.exec('begin immediate');
      const lockTime = delay(isFirst ? 500 : context.random() * 7000);
      isFirst = false;
      return async () => {
        await lockTime;
        other.exec('rollback');
        other.close();
      };
    });
  },
};
