import type { BaseInteraction, ChatInputCommandInteraction, MessageComponentInteraction } from 'discord.js';
import { PermissionFlagsBits as Bits } from 'discord-api-types/v10';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Command, Deps } from '../command/command.ts';
import type { Call, Language } from '../contract/call.ts';
import type { Watch } from '../contract/watch.ts';
import type { Messenger } from '../game/game.ts';
import type { TokenBuckets } from '../lib/token-bucket.ts';
import type { GameScheduler } from '../trivia/game-scheduler.ts';
import type { Secrets } from '../trivia/secrets.ts';
import type { KnownNames } from './names.ts';
import type { Unfinished } from './unfinished.ts';

/** An interaction that gets a message as its answer: a command, or a button or select of one of the bot's messages. */
export type Answerable = ChatInputCommandInteraction | MessageComponentInteraction;

/** The parts that every answer needs, built once. */
export interface BotParts extends Omit<Deps, 'catalogue' | 'games' | 'names'> {
  commands: ReadonlyMap<string, Command>;
  catalogue: Pick<Catalogue, 'read'>;
  limits: TokenBuckets;
  /** Reports every interaction and the state of the connection to the metrics, if HTTP serves them. */
  watch?: Watch | undefined;
}

/** The same, with the parts that exist only while the bot runs. */
export interface RunningParts extends BotParts {
  games: GameScheduler;
  names: KnownNames;
  messenger: Messenger;
  unfinished: Unfinished;
  /** Aborted when the bot stops, to end long jobs. */
  leaving: AbortSignal;
  secrets: Secrets;
}

/** The person's language: English if their Discord is in English, else Spanish. */
export const languageOf = (locale: string): Language => (locale.startsWith('en') ? 'en' : 'es');

/** The person's display name in the interaction's server. */
export function nameIn({ member, user }: BaseInteraction): string {
  return (
    (member === null ? null : 'displayName' in member ? member.displayName : member.nick) ?? user.displayName
  );
}

/** Whether the channel is age-restricted; a thread inherits this from its parent. */
export function isAdult({ channel }: BaseInteraction): boolean {
  const place = channel?.isThread() ? channel.parent : channel;
  return place !== null && place !== undefined && 'nsfw' in place && place.nsfw === true;
}

/** Whether the bot may post messages with embeds in the interaction's channel. */
export function botPosts({ appPermissions, channel }: BaseInteraction): boolean {
  const sends = channel?.isThread() ? Bits.SendMessagesInThreads : Bits.SendMessages;
  return appPermissions.has([Bits.ViewChannel, sends, Bits.EmbedLinks]);
}

/** The person whose call the message with this button or select answers; null for other interactions. */
export function answeredPerson(interaction: BaseInteraction): string | null {
  return interaction.isMessageComponent() ? (interaction.message.interactionMetadata?.user.id ?? null) : null;
}

/** The fields of a call that the interaction itself has: who calls, where and when. */
export function contextOf(
  interaction: Answerable,
): Omit<Call, 'signature' | 'options' | 'signal' | 'defer' | 'progress'> {
  const { user, locale, guild, channelId, createdTimestamp, memberPermissions } = interaction;
  const message = interaction.isMessageComponent() ? interaction.message : null;
  return {
    language: languageOf(locale),
    at: createdTimestamp,
    userId: user.id,
    userName: user.displayName,
    guildId: guild?.id ?? null,
    channelId,
    messageId: message?.id ?? null,
    messageAt: message?.createdTimestamp ?? null,
    messageFor: answeredPerson(interaction),
    answerToken: interaction.token,
    manages: memberPermissions?.has(Bits.ManageGuild) === true,
    botPosts: botPosts(interaction),
    adult: isAdult(interaction),
  };
}
