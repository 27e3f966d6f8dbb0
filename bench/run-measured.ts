import { spawn } from 'node:child_process';

/** What a run in a process of its own took. */
export interface Measured {
  seconds: number;
  /** The most memory that it ever held, in MB (10^6 bytes). */
  peakMb: number;
  /** The time of all its threads: it says what the work costs, on a busy machine too. */
  cpuSeconds: number;
}

/**
 * Runs a program and measures it from start to end. Its last line is a JSON object with its peak of memory, `peak_kb`,
 * and its CPU time, `cpu_s`. Throws with what it wrote to stderr when it fails.
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
  const last: unknown = JSON.parse(out.trim().split('\n').at(-1) ?? '');
  return {
    seconds,
    peakMb: (readNumber(last, 'peak_kb') * 1024) / 1e6,
    cpuSeconds: readNumber(last, 'cpu_s'),
  };
}

function readNumber(line: unknown, key: string): number {
  const value =
    typeof line === 'object' && line !== null
      ? Object.entries(line).find(([name]) => name === key)
      : undefined;
  if (typeof value?.[1] !== 'number') throw new Error(`no ${key} in ${JSON.stringify(line)}`);
  return value[1];
}
