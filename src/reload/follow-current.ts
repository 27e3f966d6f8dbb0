import type { Reload } from './reload.ts';

/**
 * Follows `current` on the disk: a look a second, which works on every file system (news of changes do not reach network
 * drives), and one at SIGHUP where `hangUp`. Gives a function that ends it.
 */
export function followCurrent(
  { follow }: Pick<Reload, 'follow'>,
  { everyMs = 1000, hangUp = false } = {},
): () => void {
  let looking = false;
  const look = async () => {
    if (looking) return;
    looking = true;
    await follow();
    looking = false;
  };
  const atHangUp = () => void follow(true);
  const timer = setInterval(() => void look(), everyMs);
  timer.unref();
  if (hangUp) process.on('SIGHUP', atHangUp);
  return () => {
    clearInterval(timer);
    process.off('SIGHUP', atHangUp);
  };
}
