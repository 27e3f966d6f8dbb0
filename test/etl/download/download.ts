import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import type { DownloadEffects } from '../../../etl/download/effects.ts';
import type { Meter } from '../../../etl/download/meter.ts';
import type { DownloadOptions } from '../../../etl/download/options.ts';
import { downloadData } from '../../../etl/download/run.ts';
import { Problem } from '../../../etl/problem.ts';
import { afterFile } from '../../support/endings.ts';

/** An empty folder that is removed after the tests of the file. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'filmoteca-'));
  afterFile(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export interface Ran {
  /** The one line of the failure, with ADDRESS and FOLDER in place of the address and the folder. */
  failure: string | undefined;
  said: string[];
  notes: string[];
  /** The pauses between tries, in seconds; none is waited for. */
  pauses: number[];
}

/** Runs a download in this process, in a world whose pauses take no time. */
export async function download(
  from: string,
  to: string,
  options: Partial<DownloadOptions> = {},
  world: Partial<DownloadEffects> = {},
): Promise<Ran> {
  const ran: Ran = { failure: undefined, said: [], notes: [], pauses: [] };
  const meter: Meter = {
    begin: () => undefined,
    advance: () => undefined,
    note: ({ en }) => void ran.notes.push(en),
    end: () => undefined,
  };
  const pause = async (ms: number) => void ran.pauses.push(ms / 1000);
  const settings = { from, to, withRatings: false, again: false, ...options };
  try {
    await downloadData(settings, meter, ({ en }) => ran.said.push(en), {
      now: () => Date.parse('2026-11-22T20:30:00Z'),
      pause,
      freeBytes: async () => Number.POSITIVE_INFINITY,
      idleTimeout: 10_000,
      ...world,
    });
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    expect(error.message).not.toContain('\n');
    ran.failure = error.message.replaceAll(from, 'ADDRESS').replaceAll(to, 'FOLDER');
  }
  return ran;
}

/** The bytes of every file of a folder, by name. */
export function contents(folder: string): Record<string, Buffer> {
  const names = readdirSync(folder).sort();
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name))]));
}

/** Fails unless a folder holds exactly these files, byte by byte. (Vitest takes a second to compare large buffers.) */
export function expectFiles(folder: string, files: Record<string, Buffer>): void {
  const found = contents(folder);
  expect(Object.keys(found)).toEqual(Object.keys(files).sort());
  expect(Object.keys(found).filter((name) => !found[name]?.equals(files[name] ?? Buffer.alloc(0)))).toEqual(
    [],
  );
}

/** What a program printed and how it ended. */
export interface Ended {
  code: number | null;
  signal: NodeJS.Signals | null;
  out: string;
  err: string;
}

/** Runs the program as npm does, and sends it a signal once it has printed a line as told. */
export async function program(args: readonly string[], at?: RegExp, signal?: NodeJS.Signals): Promise<Ended> {
  const child = spawn(process.execPath, ['bin/run.mjs', 'etl/download/main.ts', ...args], {
    cwd: fileURLToPath(new URL('../../..', import.meta.url)),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exit = once(child, 'exit');
  const out = text(child.stdout);
  let err = '';
  for await (const line of createInterface({ input: child.stderr })) {
    err += `${line}\n`;
    if (at?.test(line)) child.kill(signal);
  }
  const [code, ended] = await exit;
  return { code, signal: ended, out: await out, err };
}
