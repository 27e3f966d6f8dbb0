import { type Client, Events } from 'discord.js';
import type { Logger } from 'pino';
import type { Shards } from '../lib/shards.ts';
import type { Store } from '../store/store.ts';

const DAY = 24 * 60 * 60 * 1000;
/** How long what is kept about a server outlives the bot's stay there. */
const KEPT_MS = 30 * DAY;

/**
 * Keeps the store's idea of which servers the bot is in: those that it was taken out of, also while it was offline,
 * lose their data after 30 days; those that took it back keep them. An outage of Discord is not a departure. With `own`
 * shards it judges their servers only. Gives a function that stops it.
 */
export async function watchServers(
  client: Client<true>,
  { store, clock, log, own }: { store: Store; clock: () => number; log: Logger; own: Shards | undefined },
): Promise<() => void> {
  const kept = (doing: Promise<unknown>) =>
    doing.catch((error: unknown) => log.error({ error }, 'servers could not be noted'));
  client.on(Events.GuildCreate, ({ id }) => void kept(store.noteReturn([id])));
  client.on(Events.GuildDelete, ({ id }) => {
    void kept(leave(id));
  });
  const leave = async (guildId: string) => {
    await store.noteDeparture(guildId, clock());
    const games = await store.gamesUnderWay(guildId);
    for (const { id } of games) await store.endGame({ gameId: id, reason: 'left', now: clock() });
  };
  const clean = async () => {
    const erased = await store.eraseDeparted(clock() - KEPT_MS, own);
    if (erased.length > 0) log.info({ servers: erased.length }, 'erased the data of servers left long ago');
  };

  await store.noteReturn([...client.guilds.cache.keys()]);
  for (const guildId of await store.knownGuilds(own)) {
    if (!client.guilds.cache.has(guildId)) await leave(guildId);
  }
  await clean();
  const timer = setInterval(() => void kept(clean()), DAY);
  timer.unref();
  return () => clearInterval(timer);
}
