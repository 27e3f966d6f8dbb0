import type { Reply } from '../contract/call.ts';
import { type Answerable, languageOf, type RunningParts } from './context.ts';
import type { Sender } from './send.ts';

/** The pause between two edits, in ms: Discord allows five requests in five seconds for one interaction. */
const EDIT_MS = 2500;

/**
 * The answer of a long job that is under way: deferred, edited, and noted in case the process is killed. An edit that fails is
 * skipped; the job goes on.
 */
export function createProgress(
  interaction: Answerable,
  sender: Pick<Sender, 'defer' | 'edit'>,
  { log, unfinished }: Pick<RunningParts, 'log' | 'unfinished'>,
) {
  let render: (() => Reply) | undefined;
  let timer: NodeJS.Timeout | undefined;
  let editing: Promise<void> | undefined;
  let forget = async () => {};
  let shown = '';
  let hasFailed = false;
  let hasEnded = false;

  const edit = async () => {
    try {
      const reply = render?.();
      const text = JSON.stringify(reply);
      if (reply === undefined || text === shown) return;
      await sender.edit(reply);
      shown = text;
    } catch (error) {
      if (!hasFailed) log.warn({ error }, 'the progress of a long job cannot be shown');
      hasFailed = true;
    }
  };
  const tick = () => {
    editing = edit().then(() => {
      if (!hasEnded) timer = setTimeout(tick, EDIT_MS);
    });
  };

  return {
    /** Shows the result of `next` every `EDIT_MS` from now on; the first call defers the answer. */
    async show(next: () => Reply): Promise<void> {
      if (hasEnded) return;
      render = next;
      if (timer !== undefined) return;
      timer = setTimeout(tick, EDIT_MS);
      await sender.defer();
      const { id, applicationId, token, locale } = interaction;
      forget = await unfinished.note(id, { applicationId, token, language: languageOf(locale) });
    },
    /** Stops the edits, after the one that is under way. */
    async end(): Promise<void> {
      hasEnded = true;
      clearTimeout(timer);
      await editing;
    },
    /** Deletes the note, once the answer is complete. */
    forget: () => forget(),
  };
}

export type Progress = ReturnType<typeof createProgress>;
