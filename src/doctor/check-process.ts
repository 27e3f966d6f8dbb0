import { once } from 'node:events';
import { createServer } from 'node:net';
import { z } from 'zod';
import type { Holder } from '../store/state-lock.ts';
import type { Finding } from './finding.ts';
import type { DoctorText } from './text.ts';

/** Whether a process has locked the folder of the store. */
export function checkProcess(folder: string, holder: Holder | undefined, text: DoctorText): Finding {
  const message =
    holder === undefined ? text.processNone(folder) : text.processRuns(folder, holder.pid, holder.url);
  return { check: 'process', level: 'good', message };
}

export interface Port {
  /** The variable that sets it. */
  variable: string;
  port: number;
  host: string;
}

/** Whether a start could open a port. If the bot is `running`, the port may be its own. */
export async function checkPort(
  { variable, port, host }: Port,
  running: boolean,
  text: DoctorText,
): Promise<Finding> {
  const check = 'port';
  const code = await tryPort(port, host);
  if (code === undefined) return { check, level: 'good', message: text.portGood(variable, port, host) };
  if (code !== 'EADDRINUSE')
    return { check, level: 'bad', message: text.portBad(variable, port, host, code) };
  if (running) return { check, level: 'good', message: text.portOwn(variable, port, host) };
  return { check, level: 'warning', message: text.portTaken(variable, port, host) };
}

/** Opens and closes a port; returns the system's error code if that fails. */
async function tryPort(port: number, host: string): Promise<string | undefined> {
  const server = createServer();
  try {
    server.listen(port, host);
    await once(server, 'listening');
    return undefined;
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : String(error);
  } finally {
    server.close();
  }
}

const WAIT_MS = 5000;

const Health = z.object({ status: z.enum(['ok', 'down']), down: z.array(z.string()) });

/** Which parts of the bot that serves HTTP at this port are down; `undefined` if it does not answer as the bot does. */
export async function checkHealth({ port, host }: Port, text: DoctorText): Promise<Finding | undefined> {
  const url = `http://${host.includes(':') ? `[${host}]` : host}:${port}/health`;
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(WAIT_MS) });
    const { down } = Health.parse(await response.json());
    return down.length === 0
      ? { check: 'health', level: 'good', message: text.healthGood }
      : { check: 'health', level: 'bad', message: text.healthBad(down.join(', ')) };
  } catch {
    return undefined;
  }
}
