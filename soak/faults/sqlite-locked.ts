import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import Sqlite from 'libsql';
import type { Fault } from '../fault.ts';
import { onStore } from '../store-fault.ts';

/** Another program holds the file's lock, for up to seven seconds: longer than the store waits for it. */
export const sqliteLocked: Fault = {
  name: 'store: SQLite locked',
  full: 100,
  slice: 1,
  async open(ground) {
    const file = join(mkdtempSync(join(ground.scratch, 'locked-')), 'soak.db');
    let first = true;
    return onStore(ground, { store: { file } }, async () => {
      const other = new Sqlite(file, { timeout: 5000 });
      other.exec('begin immediate');
      const held = delay(first ? 500 : ground.random() * 7000);
      first = false;
      return async () => {
        await held;
        other.exec('rollback');
        other.close();
      };
    });
  },
};
