import { type REST, SnowflakeUtil } from 'discord.js';
import {
  RESTJSONErrorCodes as Codes,
  type RESTPostAPIChannelMessageResult,
  Routes,
} from 'discord-api-types/v10';
import {
  CannotPostError,
  type Messenger,
  RejectedMessageError,
  TransientDiscordError,
} from '../game/game.ts';
import { operatorText } from '../lib/operator-text.ts';
import { sentenceOf } from '../lib/sentence.ts';
import { refusalOf, retryAfterOf } from './faults.ts';
import { toBody } from './message-body.ts';

/** Codes of a channel in which the bot may not write, or which no longer exists. */
const MUTED = new Set<unknown>([
  Codes.MissingAccess,
  Codes.MissingPermissions,
  Codes.UnknownChannel,
  Codes.UnknownGuild,
  Codes.CannotSendMessagesInNonTextChannel,
  Codes.CannotExecuteActionOnThisChannelType,
  Codes.ThreadLocked,
]);

/** Codes of a message that cannot be edited, while a new one can be posted: it is deleted, or its thread is archived. */
const UNEDITABLE = new Set<unknown>([Codes.UnknownMessage, Codes.InvalidActionOnArchivedThread]);

/** Posts by Discord's REST API, so that a process can post in servers whose events another process gets. */
export function createMessenger(rest: REST, applicationId: () => string): Messenger {
  return {
    async post(channelId, reply, nonce) {
      const body = { ...toBody(reply), nonce, enforce_nonce: true };
      const message = await send(
        () => rest.post(Routes.channelMessages(channelId), { body }),
        // A new message unarchives a thread, unless the thread is locked.
        (code) => MUTED.has(code) || code === Codes.InvalidActionOnArchivedThread,
      );
      return { id: message.id, at: SnowflakeUtil.timestampFrom(message.id) };
    },
    async edit(channelId, messageId, reply) {
      const body = toBody(reply);
      try {
        await send(() => rest.patch(Routes.channelMessage(channelId, messageId), { body }));
        return true;
      } catch (error) {
        if (error instanceof RejectedMessageError && UNEDITABLE.has(refusalOf(error.cause))) return false;
        throw error;
      }
    },
    async editAnswer(token, reply) {
      const route = Routes.webhookMessage(applicationId(), token);
      await rest.patch(route, { body: toBody(reply), auth: false });
    },
  };
}

async function send(
  request: () => Promise<unknown>,
  isMuting = (code: number) => MUTED.has(code),
): Promise<RESTPostAPIChannelMessageResult> {
  try {
    const message = (await request()) as RESTPostAPIChannelMessageResult;
    // The network in front of Discord may answer with a page of its own and status 200.
    if (typeof message?.id !== 'string') throw new Error('the response is not a message');
    return message;
  } catch (error) {
    const code = refusalOf(error);
    const options = { cause: error };
    if (code === undefined)
      throw new TransientDiscordError(operatorText.discordUnreachable, retryAfterOf(error), options);
    if (isMuting(code)) throw new CannotPostError(operatorText.mayNotWrite, options);
    throw new RejectedMessageError(operatorText.messageRefused(sentenceOf(error)), options);
  }
}
