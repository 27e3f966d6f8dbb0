import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts', 'local-discord/test/**/*.test.ts'],
    globalSetup: 'test/support/publish-sample.ts',
    setupFiles: 'test/support/hooks.ts',
    isolate: false,
    // For what hangs. Nothing is measured by them: a busy machine may take its time.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    expect: { poll: { timeout: 60_000 } },
    // One more than the cores of the smallest machine: many tests wait for the bot rather than compute.
    maxWorkers: 3,
  },
});
