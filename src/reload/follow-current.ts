import type { Reload } from './reload.ts';

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
