import { randomUUID } from 'node:crypto';
import type { ChatInputCommandInteraction, MessageComponentInteraction } from 'discord.js';
import { type Reply, TooSlow, UserError } from '../command.ts';
import type { PressedCall } from '../lib/custom-id.ts';
import { until } from '../lib/until.ts';
import { readCall } from '../options.ts';
import { staleReply, tooManyReply, troubleReply } from '../replies/trouble.ts';
import { readSecrets } from '../trivia/secrets.ts';
import type { Answered } from '../watch.ts';
import {
  answeredPerson,
  botPosts,
  isAdult,
  languageOf,
  managesServer,
  type RunningParts,
} from './context.ts';
import { createDeadline } from './deadline.ts';
import { createSender, type Sender } from './send.ts';

export type Answerable = ChatInputCommandInteraction | MessageComponentInteraction;

/**
 * Runs the call that an interaction asks for and sends its answer: the one error boundary. What the person can mend is
 * told to them; anything else is logged under an id that the person sees.
 */
export async function answer(
  interaction: Answerable,
  asked: PressedCall | undefined,
  parts: RunningParts,
): Promise<void> {
  const { clock, log } = parts;
  const started = clock();
  const deadline = createDeadline(interaction.createdTimestamp, clock);
  const sender = createSender(interaction, asked?.mode ?? 'add');
  const root = asked?.command.split(' ')[0] ?? '';
  const isKnown = parts.commands.has(root);
  const kind = interaction.isCommand() ? 'command' : 'component';
  const entry = { command: isKnown ? asked?.command : undefined, kind, locale: interaction.locale };
  const finish = (outcome: Answered['outcome']) => {
    const ms = clock() - started;
    parts.watch?.answered({ command: isKnown ? root : 'unknown', kind, outcome, ms });
    return { ...entry, ms, outcome };
  };
  try {
    await sender.send(await run(interaction, asked, parts, sender, deadline));
    log.info(finish('answered'));
  } catch (error) {
    const id = randomUUID().slice(0, 8);
    const outcome = outcomeOf(error);
    const details = finish(outcome);
    if (outcome === 'refused') log.info(details);
    else log.error({ ...details, id, error });
    await sender
      .send(troubleReply(error, id, languageOf(interaction.locale)))
      .catch((unsent: unknown) => log.warn({ ...entry, id, error: unsent }, 'could not say so'));
  } finally {
    deadline.clear();
  }
}

function outcomeOf(error: unknown): Answered['outcome'] {
  if (error instanceof UserError) return 'refused';
  return error instanceof TooSlow ? 'too slow' : 'failed';
}

async function run(
  interaction: Answerable,
  asked: PressedCall | undefined,
  { commands, limits, catalogue, look, watch: _, ...rest }: RunningParts,
  sender: Sender,
  deadline: ReturnType<typeof createDeadline>,
): Promise<Reply> {
  const language = languageOf(interaction.locale);
  const wait = limits.take(interaction.user.id);
  if (wait > 0) throw new UserError(tooManyReply(wait, language));
  const [name = '', subcommand] = asked?.command.split(' ') ?? [];
  const command = commands.get(name);
  if (command === undefined || asked === undefined) throw new UserError(staleReply(language));
  const call = {
    ...readCall(command.data, { subcommand, options: asked.options }, language),
    language,
    at: interaction.createdTimestamp,
    userId: interaction.user.id,
    userName: interaction.user.displayName,
    guildId: interaction.guild?.id ?? null,
    channelId: interaction.channelId,
    messageId: interaction.isMessageComponent() ? interaction.message.id : null,
    messageAt: interaction.isMessageComponent() ? interaction.message.createdTimestamp : null,
    messageFor: answeredPerson(interaction),
    manages: managesServer(interaction),
    botPosts: botPosts(interaction),
    secrets: () => readSecrets(rest.store, interaction.guildId),
    adult: isAdult(interaction),
    async defer(how?: 'private') {
      await sender.defer(how);
      deadline.extend();
    },
  };
  const read = command.json === undefined ? catalogue.read : look;
  const reply = read(deadline.signal, (snapshot) => command.execute(call, { ...rest, catalogue: snapshot }));
  return until(deadline.overdue, reply);
}
