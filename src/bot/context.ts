import type { BaseInteraction } from 'discord.js';
import { PermissionFlagsBits as Bits } from 'discord-api-types/v10';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Command, Deps } from '../command/command.ts';
import type { Language } from '../contract/call.ts';
import type { Watch } from '../contract/watch.ts';
import type { Messenger } from '../game/messenger.ts';
import type { TokenBuckets } from '../lib/token-bucket.ts';
import type { GameScheduler } from '../trivia/game-scheduler.ts';
import type { Secrets } from '../trivia/secrets.ts';
import type { KnownNames } from './names.ts';
import type { Unfinished } from './unfinished.ts';

/** What every answer is made from, built once. */
export interface BotParts extends Omit<Deps, 'catalogue' | 'games' | 'names'> {
  commands: ReadonlyMap<string, Command>;
  catalogue: Pick<Catalogue, 'read'>;
  limits: TokenBuckets;
  /** Is told of every interaction and of the connection, where somebody looks. */
  watch?: Watch | undefined;
}

/** The same with the games that are played through this bot. */
export interface RunningParts extends BotParts {
  games: GameScheduler;
  names: KnownNames;
  messenger: Messenger;
  unfinished: Unfinished;
  /** Aborted when the bot leaves: long jobs end. */
  leaving: AbortSignal;
  secrets: Secrets;
}

/** The language of the person who asked: English if their Discord is in English, else Spanish. */
export const languageOf = (locale: string): Language => (locale.startsWith('en') ? 'en' : 'es');

/** What the person is called in the server that they act in. */
export function nameIn({ member, user }: BaseInteraction): string {
  return (
    (member === null ? null : 'displayName' in member ? member.displayName : member.nick) ?? user.displayName
  );
}

/** Whether Discord says that the channel is age-restricted; a thread is what its parent is. */
export function isAdult({ channel }: BaseInteraction): boolean {
  const place = channel?.isThread() ? channel.parent : channel;
  return place !== null && place !== undefined && 'nsfw' in place && place.nsfw === true;
}

/** Whether Discord says, in the interaction itself, that the person may manage the server. */
export function managesServer({ memberPermissions }: BaseInteraction): boolean {
  return memberPermissions?.has(Bits.ManageGuild) === true;
}

/** Whether Discord says that the bot may post messages of its own, with embeds, where the interaction is. */
export function botPosts({ appPermissions, channel }: BaseInteraction): boolean {
  const sends = channel?.isThread() ? Bits.SendMessagesInThreads : Bits.SendMessages;
  return appPermissions.has([Bits.ViewChannel, sends, Bits.EmbedLinks]);
}

/** Whose call the message answers that holds the button or select; null of anything else. */
export function answeredPerson(interaction: BaseInteraction): string | null {
  return interaction.isMessageComponent() ? (interaction.message.interactionMetadata?.user.id ?? null) : null;
}
