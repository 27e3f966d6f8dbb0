import type { Reporter } from 'vitest/node';
import { noBrowser } from '../../local-discord/test/chromium.ts';
import { whyNoServer } from './postgres.ts';

/** The last lines of a run that skipped tests because PostgreSQL or Chromium is missing. In CI such a run fails. */
export const reportMissing: Reporter = {
  async onTestRunEnd(modules) {
    const skips = modules.some(({ children }) => !children.allTests('skipped').next().done);
    if (!skips) return;
    const missing = [await whyNoServer(), noBrowser].filter((reason) => reason !== undefined);
    for (const reason of missing) console.log(`Tests were skipped: ${reason}`);
    if (missing.length > 0 && process.env.CI) {
      console.log('CI needs PostgreSQL and Chromium: this run fails.');
      process.exitCode = 1;
    }
  },
};
