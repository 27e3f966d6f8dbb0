import { type Client, Events } from 'discord.js';
import type { Logger } from 'pino';
import type { Shards } from '../lib/shards.ts';
import type { Store } from '../store/store.ts';

const DAY = 24 * 60 * 60 * 1000;
/** How long the data of a server are kept after the bot left it. */
const KEPT_MS = 30 * DAY;

export interface Servers {
  /** Takes back the departures of servers that the bot is in, then erases the servers left 30 days ago. */
  clean(): Promise<void>;
  /** Stops the daily erasure. */
  close(): void;
}

/**
 * Keeps the store's list of servers that the bot has left; `clean` runs at once and then daily. A departure is
 * GUILD_DELETE (an outage of Discord is none), or a known server that is missing at a start at which most known servers
 * are there. With `own` shards only their servers are judged: other processes see the rest.
 */
export async function watchServers(
  client: Client<true>,
  { store, clock, log, own }: { store: Store; clock: () => number; log: Logger; own: Shards | undefined },
): Promise<Servers> {
  const present = () => [...client.guilds.cache.keys()];
  const kept = (doing: Promise<unknown>) =>
    doing.catch((error: unknown) => log.error({ error }, 'servers could not be noted'));
  const leave = async (guildId: string) => {
    await store.noteDeparture(guildId, clock());
    const games = await store.gamesUnderWay(guildId);
    for (const { id } of games) await store.endGame({ gameId: id, reason: 'left', now: clock() });
  };
  const clean = async () => {
    await store.noteReturn(present());
    const erased = await store.eraseDeparted(clock() - KEPT_MS, own);
    if (erased.length > 0) log.info({ servers: erased.length }, 'erased the data of servers left long ago');
  };
  client.on(Events.GuildCreate, ({ id }) => void kept(store.noteReturn([id])));
  client.on(Events.GuildDelete, ({ id }) => void kept(leave(id)));
  // After a new session discord.js reports no GuildCreate for a server that it still has in its cache.
  client.on(Events.ShardReady, () => void kept(store.noteReturn(present())));

  await clean();
  const known = await store.knownGuilds(own);
  const unseen = known.filter((id) => !client.guilds.cache.has(id));
  if (2 * unseen.length < known.length) for (const id of unseen) await leave(id);
  else if (unseen.length > 0)
    log.warn(
      { known: known.length, unseen: unseen.length },
      'too few known servers are there to take the others for left: their data stay',
    );
  const timer = setInterval(() => void kept(clean()), DAY);
  timer.unref();
  return { clean, close: () => clearInterval(timer) };
}
