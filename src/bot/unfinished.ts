import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { REST } from 'discord.js';
import { Routes } from 'discord-api-types/v10';
import type { Logger } from 'pino';
import { z } from 'zod';
import { isRunning, processMark } from '../lib/process.ts';
import { cutOffReply } from '../replies/trouble.ts';
import { toBody } from './message-body.ts';

/** The answer of a long job under way: all that is needed to edit it for the 15 minutes of its token. */
const Answer = z.object({
  applicationId: z.string(),
  token: z.string(),
  language: z.enum(['es', 'en']),
});

export interface Unfinished {
  /** Notes an answer until the function that comes back is called. Never throws. */
  note(id: string, answer: z.infer<typeof Answer>): Promise<() => Promise<void>>;
  /** Says in every answer that a killed process of this machine left that its job was cut off. Never throws. */
  tell(rest: REST): Promise<void>;
}

/**
 * Answers of long jobs under way, each a file in `folder`, so that a bot that was killed says so when it starts again.
 * Without a folder none is kept.
 */
export function openUnfinished(folder: string | undefined, log: Logger): Unfinished {
  const done = async () => {};
  if (folder === undefined) return { note: async () => done, tell: done };
  return {
    async note(id, answer) {
      const file = join(folder, `${processMark()}-${id}.json`);
      try {
        await mkdir(folder, { recursive: true, mode: 0o700 });
        await writeFile(file, JSON.stringify(answer), { mode: 0o600 });
        return () => rm(file, { force: true }).catch(done);
      } catch (error) {
        log.warn({ error }, 'a long job cannot be noted: after a restart it is forgotten');
        return done;
      }
    },
    async tell(rest) {
      try {
        for (const name of await readdir(folder)) {
          const [mark] = /^\d+-\d+/u.exec(name) ?? [];
          if (mark !== undefined && !isRunning(mark)) await tellOne(rest, join(folder, name), log);
        }
      } catch (error) {
        // Without the folder no job was ever noted.
        if (!isAbsent(error)) log.warn({ error }, 'jobs that were cut off cannot be looked up');
      }
    },
  };
}

async function tellOne(rest: REST, file: string, log: Logger): Promise<void> {
  try {
    const { applicationId, token, language } = Answer.parse(JSON.parse(await readFile(file, 'utf8')));
    await rest.patch(Routes.webhookMessage(applicationId, token), {
      auth: false,
      body: { ...toBody(cutOffReply(language)), attachments: [] },
    });
    log.info('the answer of a job that was cut off says so');
  } catch (error) {
    log.warn({ error }, 'the answer of a job that was cut off cannot be edited');
  } finally {
    await rm(file, { force: true });
  }
}

const isAbsent = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'ENOENT';
