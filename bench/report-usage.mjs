// Preloaded into a child process with `--import`. It answers every message from the parent with the process's usage.
process.on('message', () => {
  const open = process.getActiveResourcesInfo().filter((name) => name !== 'PipeWrap');
  // Only defined with --expose-gc.
  globalThis.gc?.();
  const { user, system } = process.cpuUsage();
  process.send?.({ residentMb: process.memoryUsage.rss() / 2 ** 20, cpuMs: (user + system) / 1000, open });
});
// The child exits with its parent, even if the parent was killed.
process.on('disconnect', () => process.exit());
process.channel?.unref();
