import { once } from 'node:events';
import { createServer } from 'node:net';
import type { Holder } from '../store/state-lock.ts';
import type { Finding } from './finding.ts';
import type { DoctorWords } from './text.ts';

/** Whether a process has the folder of the store already. */
export function checkProcess(folder: string, holder: Holder | undefined, words: DoctorWords): Finding {
  const says =
    holder === undefined ? words.processNone(folder) : words.processRuns(folder, holder.pid, holder.url);
  return { check: 'process', level: 'good', says };
}

export interface Port {
  /** The variable that names it. */
  variable: string;
  port: number;
  host: string;
}

/** Whether the bot could open a port; a bot that is `running` may have it itself. */
export async function checkPort(
  { variable, port, host }: Port,
  running: boolean,
  words: DoctorWords,
): Promise<Finding> {
  const check = 'port';
  const code = await tryPort(port, host);
  if (code === undefined) return { check, level: 'good', says: words.portGood(variable, port, host) };
  if (code !== 'EADDRINUSE') return { check, level: 'bad', says: words.portBad(variable, port, host, code) };
  if (running) return { check, level: 'good', says: words.portOwn(variable, port, host) };
  return { check, level: 'warning', says: words.portTaken(variable, port, host) };
}

/** Opens a port for a moment; returns the system's code if it cannot. */
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
