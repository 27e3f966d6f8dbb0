import type { REST } from 'discord.js';
import { type APIGuildMember, Routes } from 'discord-api-types/v10';
import type { MemberNames } from '../game/game.ts';
import { withAbort } from '../lib/promises.ts';
import { refusalOf } from './faults.ts';

/** Display names, kept in memory only. Unknown ones are requested from Discord. */
export interface KnownNames extends MemberNames {
  /** Remembers a person's current name in a server. */
  note(guildId: string, userId: string, name: string): void;
}

/** How many names are kept, at about 100 bytes each. */
const MAX_NAMES = 50_000;
/** How many names are requested for one message, and how long the message waits for them, in ms. */
const MAX_REQUESTS = 10;
const WAIT_MS = 700;

/** A cache of the most recent names. Requesting a member needs no privileged intent. */
export function createNames(rest: Pick<REST, 'get'>): KnownNames {
  /** Oldest first; '' for a person who is not a member. */
  const known = new Map<string, string>();
  const keyOf = (guildId: string, userId: string) => `${guildId} ${userId}`;
  const note = (guildId: string, userId: string, name: string) => {
    const key = keyOf(guildId, userId);
    known.delete(key);
    known.set(key, name);
    const [oldest] = known.keys();
    if (known.size > MAX_NAMES && oldest !== undefined) known.delete(oldest);
  };
  const request = async (guildId: string, userId: string) => {
    try {
      const { nick, user } = (await rest.get(Routes.guildMember(guildId, userId))) as APIGuildMember;
      note(guildId, userId, nick ?? user.global_name ?? user.username);
    } catch (error) {
      if (refusalOf(error) !== undefined) note(guildId, userId, '');
    }
  };
  return {
    note,
    async of(guildId, userIds) {
      const unknown = userIds.filter((id) => !known.has(keyOf(guildId, id))).slice(0, MAX_REQUESTS);
      const requests = Promise.all(unknown.map((id) => request(guildId, id)));
      if (unknown.length > 0) await withAbort(AbortSignal.timeout(WAIT_MS), requests).catch(() => undefined);
      const found = userIds.map((id) => [id, known.get(keyOf(guildId, id)) ?? ''] as const);
      return new Map(found.filter(([, name]) => name !== ''));
    },
  };
}
