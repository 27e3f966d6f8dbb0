import { defineConfig } from 'vitest/config';
import { reportMissing } from './test/support/report-missing.ts';

/** Where .ci/run wants the JSON report. `--reporter` would replace the list of reporters below. */
const outputFile = process.env.JSON_REPORT;
const jsonReport: ['json', { outputFile: string }][] = outputFile ? [['json', { outputFile }]] : [];

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts', 'local-discord/test/**/*.test.ts'],
    globalSetup: 'test/support/publish-sample.ts',
    setupFiles: 'test/support/hooks.ts',
    reporters: ['default', reportMissing, ...jsonReport],
    isolate: false,
    // Tests and the programs that they start speak English, whatever the locale of the machine.
    env: { BOT_LANG: 'en' },
    // Only for tests that hang: a busy machine may be slow.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    expect: { poll: { timeout: 60_000 } },
    // One more than the cores of the smallest machine, because many tests wait for the bot instead of computing.
    maxWorkers: 3,
  },
});
