import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { REST } from 'discord.js';
import { Routes } from 'discord-api-types/v10';
import { z } from 'zod';
import type { Log } from '../lib/log.ts';
import { isRunning, processMark } from '../lib/process.ts';
import { cutOffReply } from '../replies/trouble.ts';
import { toBody } from './message-body.ts';

/** The data for editing the answer of a long job while its token is valid (15 minutes). */
const Answer = z.object({
  applicationId: z.string(),
  token: z.string(),
  language: z.enum(['es', 'en']),
});

export interface Unfinished {
  /** Notes an answer, and returns a function that deletes the note. Never throws. */
  note(id: string, answer: z.infer<typeof Answer>): Promise<() => Promise<void>>;
  /** Edits every answer that a killed process of this machine has left: its job was cut off. Never throws. */
  announce(rest: REST): Promise<void>;
}

/**
 * Notes of long jobs under way, each a file in `folder`, so that after a crash the next start can say that they were cut off.
 * Without a folder nothing is noted.
 */
export function openUnfinished(folder: string | undefined, log: Log): Unfinished {
  const done = async () => {};
  if (folder === undefined) return { note: async () => done, announce: done };
  return {
    async note(id, answer) {
      const file = join(folder, `${processMark()}-${id}.json`);
      try {
        await mkdir(folder, { recursive: true, mode: 0o700 });
        await writeFile(file, JSON.stringify(answer), { mode: 0o600 });
        return () => rm(file, { force: true }).catch(done);
      } catch (error) {
        log.warn(
          { error },
          'a long job cannot be noted: after a crash its answer will not say that it was cut off',
        );
        return done;
      }
    },
    async announce(rest) {
      try {
        for (const name of await readdir(folder)) {
          const [mark] = /^\d+-\d+/u.exec(name) ?? [];
          if (mark !== undefined && !isRunning(mark)) await announceOne(rest, join(folder, name), log);
        }
      } catch (error) {
        // The folder is missing if no job was ever noted.
        if (!isAbsent(error)) log.warn({ error }, 'the notes of long jobs cannot be read');
      }
    },
  };
}

async function announceOne(rest: REST, file: string, log: Log): Promise<void> {
  try {
    const { applicationId, token, language } = Answer.parse(JSON.parse(await readFile(file, 'utf8')));
    await rest.patch(Routes.webhookMessage(applicationId, token), {
      auth: false,
      body: { ...toBody(cutOffReply(language)), attachments: [] },
    });
    log.info('an answer now says that its job was cut off');
  } catch (error) {
    log.warn({ error }, 'the answer of a job that was cut off cannot be edited');
  } finally {
    await rm(file, { force: true });
  }
}

const isAbsent = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'ENOENT';
