// Loaded before the bot in a process of its own: says what that process holds, whenever it is asked.
process.on('message', () => {
  const open = process.getActiveResourcesInfo().filter((name) => name !== 'PipeWrap');
  // There where it was asked for.
  globalThis.gc?.();
  const { user, system } = process.cpuUsage();
  process.send?.({ residentMb: process.memoryUsage.rss() / 2 ** 20, cpuMs: (user + system) / 1000, open });
});
// A soak that was killed leaves no bot behind.
process.on('disconnect', () => process.exit());
process.channel?.unref();
