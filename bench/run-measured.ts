import { spawn } from 'node:child_process';
import { z } from 'zod';

/** Time and memory of one run of a program. */
export interface RunCost {
  seconds: number;
  /** Peak resident memory in MB (10^6 bytes). */
  peakMb: number;
  /** CPU time of all threads: comparable on a busy machine too. */
  cpuSeconds: number;
}

/** Peak memory in KB and CPU time in seconds. */
const usageLine = z.object({ peak_kb: z.number(), cpu_s: z.number() });

/**
 * Runs a program and measures it from start to exit. The last line that the program prints must be a JSON object with
 * `peak_kb` and `cpu_s`. If the program fails, the error carries what it wrote to stderr.
 */
export async function runMeasured(command: string, args: readonly string[]): Promise<RunCost> {
  const start = performance.now();
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let [output, errors] = ['', ''];
  child.stdout.on('data', (data) => {
    output += data;
  });
  child.stderr.on('data', (data) => {
    errors += data;
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  const seconds = (performance.now() - start) / 1000;
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} exited with ${code}: ${errors}`);
  const { peak_kb, cpu_s } = usageLine.parse(JSON.parse(output.trim().split('\n').at(-1) ?? ''));
  return { seconds, peakMb: (peak_kb * 1024) / 1e6, cpuSeconds: cpu_s };
}
