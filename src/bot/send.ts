import { DiscordAPIError } from 'discord.js';
import { RESTJSONErrorCodes as Codes } from 'discord-api-types/v10';
import type { Reply } from '../contract/call.ts';
import type { PressedCall } from '../contract/custom-id.ts';
import type { Messenger } from '../game/game.ts';
import { type Answerable, answeredPerson, botPosts } from './context.ts';
import { isTemporary, isUnauthorized, refusalOf, retry } from './faults.ts';
import { toMessage } from './message-body.ts';

/** Discord's flag for a message that only the caller can see. */
const EPHEMERAL = 64;

/** Pauses between retries of a first answer, in ms: Discord waits 3 s for it. */
const FIRST_PAUSES = [250, 750];
/** Pauses between retries of the edit of a deferred answer, in ms: its token is valid for 15 minutes. */
const DEFERRED_PAUSES = [500, 1000, 2000, 4000];

/** An answer does not carry the bot's token, so a 401 is temporary. */
const isRetryable = (error: unknown) => isTemporary(error) || isUnauthorized(error);

/** Sends a first answer. If Discord says at a retry that there is an answer already, the first try had arrived. */
async function sendFirst(send: () => Promise<unknown>): Promise<void> {
  let failed = false;
  await retry(
    async () => {
      try {
        await send();
      } catch (error) {
        if (failed && refusalOf(error) === Codes.InteractionHasAlreadyBeenAcknowledged) return;
        failed = true;
        throw error;
      }
    },
    FIRST_PAUSES,
    isRetryable,
  );
}

/** Discord's codes for an interaction's token that has expired after 15 minutes. */
const EXPIRED = new Set<unknown>([Codes.InvalidWebhookToken, Codes.UnknownWebhook]);

/**
 * Sends the answer of an interaction by the request that Discord expects. A button redraws its message for the message's owner,
 * and for everybody if the reply is shared; another person gets a private copy, unless the reply is for everybody.
 */
export function createSender(
  interaction: Answerable,
  mode: PressedCall['mode'],
  messenger: Pick<Messenger, 'post'>,
) {
  const pressed = interaction.isMessageComponent() ? interaction : undefined;
  const foreign = pressed !== undefined && answeredPerson(pressed) !== pressed.user.id;
  const redrawn = mode === 'replace' ? pressed : undefined;
  const redraws = foreign ? undefined : redrawn;

  /** Edits the deferred answer. The reply's files replace those of the message. */
  const edit = async (reply: Reply) =>
    void (await interaction.editReply({ ...toMessage(reply), attachments: [] }));

  /** Whether only the caller can see the deferred answer. */
  let hidden = foreign;
  const privately = () => (hidden ? ({ flags: EPHEMERAL } as const) : {});
  /**
   * Sends an answer that cannot be edited as a new message: as a follow-up if somebody deleted the answer; after its token has
   * expired, as an ordinary message without files, if the answer is public and the bot may post. Returns whether it could.
   */
  const sendAsNew = async (reply: Reply, { code }: DiscordAPIError): Promise<boolean> => {
    if (code === Codes.UnknownMessage) await interaction.followUp({ ...toMessage(reply), ...privately() });
    else if (EXPIRED.has(code) && !hidden && botPosts(interaction))
      await messenger.post(interaction.channelId, reply, interaction.id);
    else return false;
    return true;
  };

  const complete = async (reply: Reply) => {
    try {
      await retry(() => edit(reply), DEFERRED_PAUSES, isRetryable);
    } catch (error) {
      if (!(error instanceof DiscordAPIError && (await sendAsNew(reply, error)))) throw error;
    }
  };

  return {
    async defer(how?: 'private'): Promise<void> {
      if (interaction.deferred) return;
      hidden ||= how === 'private';
      await sendFirst(() => redraws?.deferUpdate() ?? interaction.deferReply(privately()));
      interaction.deferred = true;
    },
    edit,
    async send(reply: Reply): Promise<void> {
      const message = toMessage(reply);
      const isPrivate = reply.ephemeral ?? foreign;
      const change = { ...message, attachments: [] };
      if (interaction.deferred) await complete(reply);
      else if (redrawn !== undefined && (!foreign || reply.shared === true) && reply.ephemeral !== true)
        await sendFirst(() => redrawn.update(change));
      else
        await sendFirst(() => interaction.reply({ ...message, ...(isPrivate ? { flags: EPHEMERAL } : {}) }));
    },
  };
}

export type Sender = ReturnType<typeof createSender>;
