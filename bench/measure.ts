import { spawn } from 'node:child_process';

/** What a run in a process of its own took. */
export interface Measured {
  seconds: number;
  /** The most memory that it ever held, in MB (10^6 bytes). */
  peakMb: number;
}

/**
 * Runs a program and measures it from start to end. The program prints its peak of memory as the last line, a JSON
 * object with `peak_kb`. Throws with what it wrote to stderr when it fails.
 */
export async function measure(command: string, args: readonly string[]): Promise<Measured> {
  const start = performance.now();
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let [out, errors] = ['', ''];
  child.stdout.on('data', (data) => {
    out += data;
  });
  child.stderr.on('data', (data) => {
    errors += data;
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  const seconds = (performance.now() - start) / 1000;
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${code}: ${errors}`);
  return { seconds, peakMb: (readPeak(out) * 1024) / 1e6 };
}

function readPeak(out: string): number {
  const last: unknown = JSON.parse(out.trim().split('\n').at(-1) ?? '');
  if (typeof last === 'object' && last !== null && 'peak_kb' in last && typeof last.peak_kb === 'number')
    return last.peak_kb;
  throw new Error(`no peak_kb in ${out}`);
}
