import { spawnSync } from 'node:child_process';

/** Debian's own interpreter: others on the PATH may be slower, and have another pandas. */
export const peerPython = '/usr/bin/python3';

/** The versions of the peer as the table names them, or undefined where there is no pandas. */
export function describePeer(): string | undefined {
  const program = 'import platform, pandas; print(platform.python_version(), pandas.__version__)';
  const { status, stdout } = spawnSync(peerPython, ['-c', program], { encoding: 'utf8' });
  if (status !== 0) return undefined;
  const [python, pandas] = stdout.trim().split(' ');
  return `pandas ${pandas} (${peerPython}, Python ${python})`;
}
