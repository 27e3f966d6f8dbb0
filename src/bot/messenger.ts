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
} from '../game/messenger.ts';
import { refusalOf, retryAfterOf } from './faults.ts';
import { toBody } from './message-body.ts';

/** Codes of a place where the bot may not write, or which is not there. */
const MUTED = new Set<unknown>([
  Codes.MissingAccess,
  Codes.MissingPermissions,
  Codes.UnknownChannel,
  Codes.UnknownGuild,
  Codes.CannotSendMessagesInNonTextChannel,
  Codes.CannotExecuteActionOnThisChannelType,
  Codes.ThreadLocked,
]);

/** Codes of a message that cannot be changed, though a new one can be posted: it is gone, or its thread is archived. */
const UNCHANGEABLE = new Set<unknown>([Codes.UnknownMessage, Codes.InvalidActionOnArchivedThread]);

/** Speaks through Discord's REST API, so that a process can speak in servers whose events another one gets. */
export function createMessenger(rest: REST): Messenger {
  return {
    async post(channelId, reply, nonce) {
      const body = { ...toBody(reply), nonce, enforce_nonce: true };
      const message = await saying(
        () => rest.post(Routes.channelMessages(channelId), { body }),
        // A new message revives an archived thread, unless that is locked.
        (code) => MUTED.has(code) || code === Codes.InvalidActionOnArchivedThread,
      );
      return { id: message.id, at: SnowflakeUtil.timestampFrom(message.id) };
    },
    async edit(channelId, messageId, reply) {
      const body = toBody(reply);
      try {
        await saying(() => rest.patch(Routes.channelMessage(channelId, messageId), { body }));
        return true;
      } catch (error) {
        if (error instanceof RejectedMessageError && UNCHANGEABLE.has(refusalOf(error.cause))) return false;
        throw error;
      }
    },
  };
}

async function saying(
  say: () => Promise<unknown>,
  isMuting = (code: number) => MUTED.has(code),
): Promise<RESTPostAPIChannelMessageResult> {
  try {
    const message = (await say()) as RESTPostAPIChannelMessageResult;
    // The network in front of Discord may answer with a page of its own, and a status of success.
    if (typeof message?.id !== 'string') throw new Error('what was answered is no message');
    return message;
  } catch (error) {
    const code = refusalOf(error);
    const options = { cause: error };
    if (code === undefined)
      throw new TransientDiscordError('Discord could not be reached', retryAfterOf(error), options);
    if (isMuting(code)) throw new CannotPostError('may not write there', options);
    throw new RejectedMessageError(`Discord refused a message: ${(error as Error).message}`, options);
  }
}
