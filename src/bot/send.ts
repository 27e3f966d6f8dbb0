import { DiscordAPIError } from 'discord.js';
import { RESTJSONErrorCodes as Codes } from 'discord-api-types/v10';
import type { Reply } from '../contract/call.ts';
import type { PressedCall } from '../contract/custom-id.ts';
import type { Messenger } from '../game/messenger.ts';
import type { Answerable } from './answerable.ts';
import { answeredPerson, botPosts } from './context.ts';
import { isPassing, isUnauthorized, refusalOf } from './faults.ts';
import { toMessage } from './message-body.ts';
import { persistently } from './patience.ts';

/** Discord's flag for a message that only the caller sees. */
const EPHEMERAL = 64;

/** Pauses before an answer is sent again after a passing fault, in milliseconds: Discord waits 3 s for the first one. */
const FIRST_PAUSES = [250, 750];
/** The same for the change of an answer that was deferred: its token works for 15 minutes. */
const DEFERRED_PAUSES = [500, 1000, 2000, 4000];

/** An answer carries no token of the bot's: a 401 says nothing about it, and passes. */
const passes = (error: unknown) => isPassing(error) || isUnauthorized(error);

/** Sends a first answer. After a fault it is sent again, and may turn out to have arrived the first time. */
async function answerFirst(say: () => Promise<unknown>): Promise<void> {
  let failed = false;
  await persistently(
    async () => {
      try {
        await say();
      } catch (error) {
        if (failed && refusalOf(error) === Codes.InteractionHasAlreadyBeenAcknowledged) return;
        failed = true;
        throw error;
      }
    },
    FIRST_PAUSES,
    passes,
  );
}

/** What Discord answers when the 15 minutes of an interaction's token are over. */
const EXPIRED = new Set<unknown>([Codes.InvalidWebhookToken, Codes.UnknownWebhook]);

/**
 * Sends the one answer of an interaction, by the call that Discord wants for it. A button redraws its message only for
 * the person whose message it is; another person gets an own private copy, unless the reply is for everybody.
 */
export function createSender(
  interaction: Answerable,
  mode: PressedCall['mode'],
  messenger: Pick<Messenger, 'post'>,
) {
  const pressed = interaction.isMessageComponent() ? interaction : undefined;
  const foreign = pressed !== undefined && answeredPerson(pressed) !== pressed.user.id;
  const redraws = pressed !== undefined && mode === 'replace' && !foreign ? pressed : undefined;

  /** Edits the deferred answer. Files of the message that is redrawn go: those of the reply take their place. */
  const edit = async (reply: Reply) =>
    void (await interaction.editReply({ ...toMessage(reply), attachments: [] }));

  /** Whether only the caller sees the deferred answer. */
  let hidden = foreign;
  const privately = () => (hidden ? ({ flags: EPHEMERAL } as const) : {});
  /**
   * Takes the place of an answer that cannot be edited: a follow-up where somebody deleted it and, past the life of the
   * token, a message of the bot's own, without files, where the bot may post and the answer is public.
   */
  const sendAnew = async (reply: Reply, { code }: DiscordAPIError): Promise<boolean> => {
    if (code === Codes.UnknownMessage) await interaction.followUp({ ...toMessage(reply), ...privately() });
    else if (EXPIRED.has(code) && !hidden && botPosts(interaction))
      await messenger.post(interaction.channelId, reply, interaction.id);
    else return false;
    return true;
  };

  const complete = async (reply: Reply) => {
    try {
      await persistently(() => edit(reply), DEFERRED_PAUSES, passes);
    } catch (error) {
      if (!(error instanceof DiscordAPIError && (await sendAnew(reply, error)))) throw error;
    }
  };

  return {
    async defer(how?: 'private'): Promise<void> {
      if (interaction.deferred) return;
      hidden ||= how === 'private';
      await answerFirst(() => redraws?.deferUpdate() ?? interaction.deferReply(privately()));
      interaction.deferred = true;
    },
    edit,
    async send(reply: Reply): Promise<void> {
      const message = toMessage(reply);
      const isPrivate = reply.ephemeral ?? foreign;
      const change = { ...message, attachments: [] };
      if (interaction.deferred) await complete(reply);
      else if (redraws !== undefined && reply.ephemeral !== true)
        await answerFirst(() => redraws.update(change));
      else
        await answerFirst(() =>
          interaction.reply({ ...message, ...(isPrivate ? { flags: EPHEMERAL } : {}) }),
        );
    },
  };
}

export type Sender = ReturnType<typeof createSender>;
