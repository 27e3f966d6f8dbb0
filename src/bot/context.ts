import type { BaseInteraction } from 'discord.js';
import { PermissionFlagsBits } from 'discord-api-types/v10';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Command, Deps, Language } from '../command.ts';
import type { TokenBuckets } from '../lib/token-bucket.ts';

/** What every answer is made from, built once. */
export interface BotParts extends Omit<Deps, 'catalogue'> {
  commands: ReadonlyMap<string, Command>;
  catalogue: Pick<Catalogue, 'read'>;
  limits: TokenBuckets;
}

/** The language of the person who asked: English if their Discord is in English, else Spanish. */
export const languageOf = (locale: string): Language => (locale.startsWith('en') ? 'en' : 'es');

/** Whether Discord says that the channel is age-restricted; a thread is what its parent is. */
export function isAdult({ channel }: BaseInteraction): boolean {
  const place = channel?.isThread() ? channel.parent : channel;
  return place !== null && place !== undefined && 'nsfw' in place && place.nsfw === true;
}

/** Whether Discord says, in the interaction itself, that the person may manage the server. */
export function managesServer({ memberPermissions }: BaseInteraction): boolean {
  return memberPermissions?.has(PermissionFlagsBits.ManageGuild) === true;
}
