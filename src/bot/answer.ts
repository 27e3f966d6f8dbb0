import { randomUUID } from 'node:crypto';
import { RESTJSONErrorCodes as Codes } from 'discord-api-types/v10';
import { NotNow } from '../catalogue/withheld.ts';
import { type Call, type Reply, TooSlow, UserError } from '../contract/call.ts';
import type { PressedCall } from '../contract/custom-id.ts';
import type { Answered } from '../contract/watch.ts';
import { describeError } from '../lib/log.ts';
import { withAbort } from '../lib/promises.ts';
import { notNowReply, staleReply, tooManyReply, troubleReply } from '../replies/trouble.ts';
import { readCall } from '../slash/read-call.ts';
import { type Answerable, contextOf, languageOf, nameIn, type RunningParts } from './context.ts';
import { createDeadline, DEFERRED, LONG } from './deadline.ts';
import { refusalOf } from './faults.ts';
import { createProgress, type Progress } from './progress.ts';
import { runWithButton, showQueries } from './queries.ts';
import { createSender, type Sender } from './send.ts';

const START_NOT_SHOWN = 'a game was withdrawn: its start could not be shown';
const ANSWERED_ELSEWHERE =
  'a game was withdrawn: another process answered first. Two processes with one token must share one store (DATABASE_URL), or one of them must stop';

/**
 * Runs the call of an interaction and sends its answer. This is the error boundary: a UserError becomes the person's reply;
 * any other error is logged under an id, which the reply shows.
 */
export async function answer(
  interaction: Answerable,
  request: PressedCall | undefined,
  parts: RunningParts,
): Promise<void> {
  const { clock, log } = parts;
  const started = clock();
  const deadline = createDeadline(interaction.createdTimestamp, clock);
  const sender = createSender(interaction, request?.mode ?? 'add', parts.messenger);
  const progress = createProgress(interaction, sender, parts);
  const root = request?.command.split(' ')[0] ?? '';
  const command = parts.commands.get(root);
  const kind = interaction.isCommand() ? 'command' : 'component';
  const entry = { command: command && request?.command, kind, locale: interaction.locale };
  const finish = (outcome: Answered['outcome']) => {
    const ms = clock() - started;
    parts.watch?.answered({ command: command === undefined ? 'unknown' : root, kind, outcome, ms });
    return { ...entry, ms, outcome };
  };
  try {
    const reply = await run(interaction, request, parts, { sender, deadline, progress, entry });
    await progress.end();
    await deliver(reply, sender, parts);
    log.info(finish('answered'));
  } catch (error) {
    await progress.end();
    const id = randomUUID().slice(0, 8);
    const outcome = outcomeOf(error);
    const details = finish(outcome);
    const reason = command?.note === undefined ? {} : { reason: describeError(error).message };
    if (outcome === 'refused') log.info({ ...details, ...reason });
    else log.error({ ...details, id, error });
    await sender
      .send(troubleReply(error, id, languageOf(interaction.locale)))
      .catch((unsent: unknown) =>
        log.warn({ ...entry, id, error: unsent }, 'the error could not be shown to the person'),
      );
  } finally {
    deadline.clear();
    parts.leaving.removeEventListener('abort', deadline.leave);
    await progress.forget();
  }
}

/** Sends an answer. A game that the answer opens begins once it is sent, or is withdrawn if it cannot be sent. */
async function deliver(reply: Reply, sender: Sender, { games }: RunningParts): Promise<void> {
  try {
    await sender.send(reply);
  } catch (error) {
    const isElsewhere = refusalOf(error) === Codes.InteractionHasAlreadyBeenAcknowledged;
    if (reply.opens !== undefined)
      await games.withdraw(reply.opens, isElsewhere ? ANSWERED_ELSEWHERE : START_NOT_SHOWN, error);
    throw error;
  }
  if (reply.opens !== undefined) await games.begin(reply.opens);
}

function outcomeOf(error: unknown): Answered['outcome'] {
  if (error instanceof UserError) return 'refused';
  return error instanceof TooSlow ? 'too slow' : 'failed';
}

/** The tools for one answer. */
interface AnswerTools {
  sender: Sender;
  deadline: ReturnType<typeof createDeadline>;
  progress: Progress;
  /** The fields of its line in the log. */
  entry: object;
}

async function run(
  interaction: Answerable,
  request: PressedCall | undefined,
  {
    commands,
    limits,
    catalogue,
    secrets,
    leaving,
    watch: _,
    messenger: __,
    unfinished: ___,
    ...rest
  }: RunningParts,
  { sender, deadline, progress, entry }: AnswerTools,
): Promise<Reply> {
  const language = languageOf(interaction.locale);
  if (interaction.guildId !== null)
    rest.names.note(interaction.guildId, interaction.user.id, nameIn(interaction));
  const wait = limits.take(interaction.user.id);
  if (wait > 0) throw new UserError(tooManyReply(wait, language));
  const [name = '', subcommand] = request?.command.split(' ') ?? [];
  const command = commands.get(name);
  if (command === undefined || request === undefined) throw new UserError(staleReply(language));
  const showsQueries = request.mode === 'queries';
  const call: Call = {
    ...readCall(command, { subcommand, options: request.options }, language),
    ...contextOf(interaction),
    signal: deadline.signal,
    async defer(how?: 'private') {
      deadline.extend(DEFERRED);
      await sender.defer(showsQueries ? 'private' : how);
    },
    async progress(render) {
      deadline.extend(LONG);
      if (leaving.aborted) deadline.leave();
      leaving.addEventListener('abort', deadline.leave, { once: true });
      await progress.show(render);
    },
  };
  Object.assign(entry, command.note?.(call, rest));
  const readWithheld = () => secrets.read(interaction.guildId);
  const work = showsQueries ? showQueries : runWithButton;
  const reply = catalogue.read(deadline.signal, (snapshot) =>
    work(command, call, { services: rest, catalogue: snapshot, readWithheld }),
  );
  return withAbort(deadline.overdue, reply).catch((error: unknown) => {
    throw error instanceof NotNow ? new UserError(notNowReply(error.why, language)) : error;
  });
}
