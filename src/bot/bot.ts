import { Client, Events, GatewayIntentBits, Options, Partials, Routes, Status } from 'discord.js';
import { Agent } from 'undici';
import type { Gateway } from '../contract/watch.ts';
import { partOf, type Shards } from '../lib/shards.ts';
import { createGameScheduler } from '../trivia/game-scheduler.ts';
import { createSecrets } from '../trivia/secrets.ts';
import { claimStore } from './claim-store.ts';
import type { BotParts } from './context.ts';
import { lostShard } from './lost-shard.ts';
import { createMessenger } from './messenger.ts';
import { createNames } from './names.ts';
import { patiently } from './patience.ts';
import { pruneGuildPayload } from './prune-guild-payload.ts';
import { registerAll } from './register.ts';
import { createRouter } from './router.ts';
import { type Servers, watchServers } from './servers.ts';
import { createStartTurns } from './start-turns.ts';
import { keepToken } from './token.ts';
import { openUnfinished } from './unfinished.ts';
import { welcome } from './welcome.ts';

/** A rate limit that lasts longer is an error of the request, in milliseconds: nothing is held up by it. */
const LONGEST_LIMIT_MS = 10_000;

/** Connections to Discord at most: a thousand answers at once share them, for opening as many takes longer. */
const CONNECTIONS = 32;

export interface BotOptions {
  token: string;
  /** Register the commands in this guild only. */
  devGuildId?: string | undefined;
  /** Where Discord's REST API is; by default the real one. */
  api?: string | undefined;
  /** The shards that this process has; by default all that Discord advises. */
  shards?: Shards | undefined;
  /** Where long jobs are noted, so that after a restart their answers say that they were cut off. */
  jobsFolder?: string | undefined;
}

export interface Bot {
  /** The bot's name there, e.g. "Filmoteca#1234". */
  name: string;
  /** Rejects when Discord has closed one of its shards for good, or no longer takes the token. */
  lost: Promise<never>;
  /** Stops taking interactions, ends long jobs, finishes the answers under way, then leaves. */
  stop(): Promise<void>;
}

/**
 * Logs in, registers the commands where they differ (of several processes, the one with shard 0 does) and answers until
 * stopped. Needs no privileged intent. While Discord is down it waits for it. Throws when Discord refuses the token or a shard,
 * and when the store belongs to another application.
 */
export async function startBot(
  parts: BotParts,
  { token, devGuildId, api, shards, jobsFolder }: BotOptions,
): Promise<Bot> {
  const own = partOf(shards);
  const client: Client = new Client({
    intents: [GatewayIntentBits.Guilds],
    rest: {
      ...(api === undefined ? {} : { api }),
      agent: new Agent({ connections: CONNECTIONS }),
      // Where Retry-After is missing, the library would ask again at once and for ever.
      rejectOnRateLimit: ({ retryAfter }) => retryAfter === 0 || retryAfter > LONGEST_LIMIT_MS,
    },
    ...(shards === undefined ? { shards: 'auto' } : { shards: [...shards.ids], shardCount: shards.count }),
    ...(own === undefined
      ? {}
      : {
          ws: {
            buildIdentifyThrottler: async (manager) => {
              const { session_start_limit: limit } = await manager.fetchGatewayInformation();
              return createStartTurns(parts, limit.max_concurrency);
            },
          },
        }),
    // A channel that was left out of a server is made of what an interaction says of it.
    partials: [Partials.Channel],
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      MessageManager: 0,
      UserManager: { maxSize: 0, keepOverLimit: (user) => user.id === client.user?.id },
      GuildMemberManager: { maxSize: 0, keepOverLimit: (member) => member.id === client.user?.id },
    }),
  });
  const { log } = parts;
  parts.watch?.connected(() => gatewayOf(client));
  const messenger = createMessenger(client.rest);
  const names = createNames(client.rest);
  const secrets = createSecrets(parts.store);
  const games = createGameScheduler({ ...parts, messenger, names, own, secrets });
  const unfinished = openUnfinished(jobsFolder, log);
  const leaving = new AbortController();
  const router = createRouter({
    ...parts,
    games,
    names,
    secrets,
    messenger,
    unfinished,
    leaving: leaving.signal,
  });
  client.on(Events.Raw, (event) => pruneGuildPayload(event, client.user?.id));
  let stopping = false;
  client.on(Events.InteractionCreate, (interaction) => {
    if (!stopping) void router.handle(interaction);
  });
  client.on(Events.Error, (error) => log.error({ error }, 'gateway'));
  client.on(Events.ShardReconnecting, (shard) => {
    if (!stopping) log.warn({ shard }, 'gateway lost, reconnecting');
  });
  client.on(Events.ShardResume, (shard) => log.info({ shard }, 'gateway resumed'));

  const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
  const kept = keepToken(client.rest, token, log);
  const lost = Promise.race([lostShard(client), kept.revoked]);
  // If Discord refuses the bot for another reason than its token, the login below says why.
  const ask = (route: `/${string}`) => {
    const probe = () => kept.sure(() => client.rest.get(route));
    return Promise.race([patiently(probe, log, leaving.signal).catch(() => undefined), lost]);
  };
  let servers: Servers | undefined;
  const stop = async () => {
    stopping = true;
    leaving.abort();
    await router.idle();
    await games.close();
    servers?.close();
    kept.release();
    await client.destroy();
  };
  try {
    await ask(Routes.gatewayBot());
    const application = (await ask(Routes.currentApplication())) as { id: string } | undefined;
    // Before the login: an interaction or a game must not touch the store of another application.
    if (application !== undefined) await claimStore(parts.store, application.id);
    await Promise.race([client.login(token), lost]);
    const online = await Promise.race([ready, lost]);
    await claimStore(parts.store, online.application.id);
    servers = await watchServers(online, { ...parts, own });
    client.on(Events.GuildCreate, (guild) => void welcome(guild, { ...parts, messenger }));
    games.checkDue();
    const places = { applicationId: online.application.id, devGuildId };
    const registers = own === undefined || own.ids.includes(0);
    const register = () =>
      patiently(() => kept.sure(() => registerAll(client.rest, parts, places)), log, leaving.signal);
    const done = registers ? await Promise.race([register(), lost]) : {};
    void unfinished.tell(client.rest);
    log.info({ ...done, shards: client.ws.shards.size, of: client.options.shardCount }, 'ready');
    return { name: client.user?.tag ?? '', lost, stop };
  } catch (error) {
    await stop().catch(() => undefined);
    throw error;
  }
}

/** How each shard is, and the state of the one that is worst off; without one there is no connection yet. */
function gatewayOf({ ws, guilds }: Client): Gateway {
  const shards = [...ws.shards.values()];
  const down = shards.find(({ status }) => status !== Status.Ready);
  const status = shards.length === 0 ? Status.Connecting : (down?.status ?? Status.Ready);
  const servers = new Map<number, number>();
  for (const { shardId } of guilds.cache.values()) servers.set(shardId, (servers.get(shardId) ?? 0) + 1);
  const pingOf = (ping: number) => (ping >= 0 ? ping : undefined);
  return {
    state: stateOf(status),
    pingMs: pingOf(ws.ping),
    shards: shards.map((shard) => ({
      id: shard.id,
      state: stateOf(shard.status),
      pingMs: pingOf(shard.ping),
      servers: servers.get(shard.id) ?? 0,
    })),
  };
}

const stateOf = (status: Status) => Status[status].toLowerCase();
