import type { REST } from 'discord.js';
import { type APIGuildMember, Routes } from 'discord-api-types/v10';
import type { Names } from '../game/speaker.ts';
import { withAbort } from '../lib/promises.ts';
import { refusalOf } from './faults.ts';

/** Names in memory alone. Who is not known is asked of Discord. */
export interface KnownNames extends Names {
  /** Notes what a person is called in a server at this moment. */
  note(guildId: string, userId: string, name: string): void;
}

/** Names that are kept: about 100 bytes each. */
const KEPT = 50_000;
/** People whom Discord is asked about for one message, and how long their names are waited for. */
const MOST_ASKED = 10;
const PATIENCE_MS = 700;

/** Keeps the names of the people who were heard of last. Asking Discord for a member needs no privileged intent. */
export function createNames(rest: Pick<REST, 'get'>): KnownNames {
  /** The oldest first; blank for who is no member. */
  const known = new Map<string, string>();
  const keyOf = (guildId: string, userId: string) => `${guildId} ${userId}`;
  const note = (guildId: string, userId: string, name: string) => {
    const key = keyOf(guildId, userId);
    known.delete(key);
    known.set(key, name);
    const [oldest] = known.keys();
    if (known.size > KEPT && oldest !== undefined) known.delete(oldest);
  };
  const ask = async (guildId: string, userId: string) => {
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
      const unknown = userIds.filter((id) => !known.has(keyOf(guildId, id))).slice(0, MOST_ASKED);
      const asking = Promise.all(unknown.map((id) => ask(guildId, id)));
      if (unknown.length > 0)
        await withAbort(AbortSignal.timeout(PATIENCE_MS), asking).catch(() => undefined);
      const found = userIds.map((id) => [id, known.get(keyOf(guildId, id)) ?? ''] as const);
      return new Map(found.filter(([, name]) => name !== ''));
    },
  };
}
