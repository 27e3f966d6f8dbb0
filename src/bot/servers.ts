import { type Client, Events, type Guild } from 'discord.js';
import { CannotPostError, type Messenger, TransientDiscordError } from '../game/game.ts';
import type { Log } from '../lib/log.ts';
import { postingBits } from '../lib/posting.ts';
import type { Shards } from '../lib/shards.ts';
import { welcomeReply } from '../replies/help.ts';
import type { Store } from '../store/store.ts';
import { retry } from './faults.ts';

const DAY = 24 * 60 * 60 * 1000;
/** How long the data of a server are kept after the bot has left it. */
const KEPT_MS = 30 * DAY;

export interface Servers {
  /** Deletes the departures of servers that the bot is in, then erases the data of servers that it left 30 days ago. */
  clean(): Promise<void>;
  /** Stops the daily erasure. */
  close(): void;
}

/**
 * Maintains the store's list of servers that the bot has left; `clean` runs now and then daily. A departure is a GUILD_DELETE
 * (outages are not), or a known server that is missing at a start at which most known servers are present. With `own` shards
 * only the servers of these shards count, because other processes see the rest.
 */
export async function watchServers(
  client: Client<true>,
  { store, clock, log, own }: { store: Store; clock: () => number; log: Log; own: Shards | undefined },
): Promise<Servers> {
  const present = () => [...client.guilds.cache.keys()];
  const logged = (work: Promise<unknown>) =>
    work.catch((error: unknown) => log.error({ error }, 'the list of servers could not be updated'));
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
  client.on(Events.GuildCreate, ({ id }) => void logged(store.noteReturn([id])));
  client.on(Events.GuildDelete, ({ id }) => void logged(leave(id)));
  // After a new session discord.js reports no GuildCreate for a server that it still has in its cache.
  client.on(Events.ShardReady, () => void logged(store.noteReturn(present())));

  await clean();
  const known = await store.knownGuilds(own);
  const missing = known.filter((id) => !client.guilds.cache.has(id));
  if (2 * missing.length < known.length) for (const id of missing) await leave(id);
  else if (missing.length > 0)
    log.warn(
      { known: known.length, missing: missing.length },
      'most known servers are missing, so none counts as left: their data stay',
    );
  const timer = setInterval(() => void logged(clean()), DAY);
  timer.unref();
  return { clean, close: () => clearInterval(timer) };
}

/** Pauses between retries of the welcome, in ms. */
const PAUSES = [500, 1000, 2000, 4000];

/**
 * Posts a welcome, once, in the system channel of a server that has just added the bot. If the bot may not or cannot post there,
 * the first /ayuda welcomes instead.
 */
export async function welcome(
  { id, systemChannel, members }: Guild,
  { store, messenger, clock, log }: { store: Store; messenger: Messenger; clock: () => number; log: Log },
): Promise<void> {
  try {
    const isOpen = members.me !== null && systemChannel?.permissionsFor(members.me).has(postingBits) === true;
    if (!isOpen || !(await store.claimWelcome(id, clock()))) return;
    const { language } = await store.readSettings(id);
    try {
      const post = () => messenger.post(systemChannel.id, welcomeReply(language ?? 'es'), `w${id}`);
      await retry(post, PAUSES, (error) => error instanceof TransientDiscordError);
    } catch (error) {
      await store.returnWelcome(id);
      if (!(error instanceof CannotPostError)) throw error;
    }
  } catch (error) {
    log.error({ guild: id, error }, 'a server could not be welcomed');
  }
}
