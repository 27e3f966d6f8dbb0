import { DiscordAPIError, type REST, SnowflakeUtil } from 'discord.js';
import {
  RESTJSONErrorCodes as Codes,
  type RESTPostAPIChannelMessageResult,
  Routes,
} from 'discord-api-types/v10';
import { Muted, Refused, type Speaker } from '../trivia/speaker.ts';
import { toBody } from './send.ts';

/** What Discord answers where the bot may not write, or where there is nothing to write in. */
const MUTED = new Set<number | string>([
  Codes.MissingAccess,
  Codes.MissingPermissions,
  Codes.UnknownChannel,
  Codes.UnknownGuild,
]);

/** Speaks through Discord's REST API, so that a process can speak in servers whose events another one gets. */
export function createSpeaker(rest: REST): Speaker {
  return {
    async post(channelId, reply, nonce) {
      const body = { ...toBody(reply), nonce, enforce_nonce: true };
      const message = (await saying(() =>
        rest.post(Routes.channelMessages(channelId), { body }),
      )) as RESTPostAPIChannelMessageResult;
      return { id: message.id, at: SnowflakeUtil.timestampFrom(message.id) };
    },
    async edit(channelId, messageId, reply) {
      try {
        await saying(() => rest.patch(Routes.channelMessage(channelId, messageId), { body: toBody(reply) }));
        return true;
      } catch (error) {
        if (error instanceof Refused && codeOf(error.cause) === Codes.UnknownMessage) return false;
        throw error;
      }
    },
  };
}

async function saying<Result>(say: () => Promise<Result>): Promise<Result> {
  try {
    return await say();
  } catch (error) {
    if (MUTED.has(codeOf(error) ?? '')) throw new Muted('may not write there', { cause: error });
    if (error instanceof DiscordAPIError && error.status < 500)
      throw new Refused(`Discord refused a message: ${error.message}`, { cause: error });
    throw error;
  }
}

const codeOf = (error: unknown) => (error instanceof DiscordAPIError ? error.code : undefined);
