import { Client, Events, GatewayIntentBits, Options, Partials, Routes } from 'discord.js';
import { Agent } from 'undici';
import { isAnythingWithheld } from '../contract/withheld.ts';
import { createDailyPosts } from '../daily/daily-posts.ts';
import { operatorText } from '../lib/operator-text.ts';
import { OperatorError } from '../lib/sentence.ts';
import { partOf, type Shards } from '../lib/shards.ts';
import type { Store } from '../store/store.ts';
import { createGameScheduler } from '../trivia/game-scheduler.ts';
import { createSecrets } from '../trivia/secrets.ts';
import type { BotParts } from './context.ts';
import { retryUntilReachable } from './faults.ts';
import { createIdentifyTurns, gatewayOf, lostShard } from './gateway.ts';
import { createMessenger } from './messenger.ts';
import { createNames } from './names.ts';
import { pruneGuildPayload } from './prune-guild-payload.ts';
import { registerAll } from './register.ts';
import { createRouter } from './router.ts';
import { type Servers, watchServers, welcome } from './servers.ts';
import { keepToken } from './token.ts';
import { openUnfinished } from './unfinished.ts';

/** A request fails at a rate limit that is longer than this, in ms, instead of waiting. */
const MAX_RATE_LIMIT_MS = 10_000;

/** Maximum HTTP connections to Discord; reusing one is faster than opening more. */
const CONNECTIONS = 32;

export interface BotOptions {
  token: string;
  /** Register the commands in this guild only. */
  devGuildId?: string | undefined;
  /** The URL of Discord's REST API; by default the real one. */
  api?: string | undefined;
  /** The shards of this process; by default as many as Discord recommends. */
  shards?: Shards | undefined;
  /** The folder in which long jobs are noted, so that after a crash their answers say that they were cut off. */
  jobsFolder?: string | undefined;
}

export interface Bot {
  /** The bot's name on Discord, e.g. "Filmoteca#1234". */
  name: string;
  applicationId: string;
  /** The number of servers that the bot was in when it logged in. */
  servers: number;
  /** Rejects when Discord closes one of the shards permanently, or revokes the token. */
  lost: Promise<never>;
  /** Ignores new interactions, ends long jobs, finishes the answers under way, then logs out. */
  stop(): Promise<void>;
}

/**
 * Logs in, registers the commands if they have changed (in the process with shard 0), and answers until it is stopped. Needs no
 * privileged intent. Retries while Discord is down. Throws if Discord refuses the token or a shard, or if the store belongs to
 * another application; everything that it has opened is closed then.
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
      // Without a Retry-After the library would retry immediately and for ever.
      rejectOnRateLimit: ({ retryAfter }) => retryAfter === 0 || retryAfter > MAX_RATE_LIMIT_MS,
    },
    ...(shards === undefined ? { shards: 'auto' } : { shards: [...shards.ids], shardCount: shards.count }),
    ...(own === undefined
      ? {}
      : {
          ws: {
            buildIdentifyThrottler: async (manager) => {
              const { session_start_limit: limit } = await manager.fetchGatewayInformation();
              return createIdentifyTurns(parts, limit.max_concurrency);
            },
          },
        }),
    // A channel that was pruned from its server is rebuilt from the interaction.
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
  const messenger = createMessenger(client.rest, () => client.application?.id ?? '');
  const names = createNames(client.rest);
  const secrets = createSecrets(parts.store);
  const games = createGameScheduler({ ...parts, messenger, names, own, secrets });
  const isAsking = async (guildId: string) => {
    const withheld = await secrets.read(guildId);
    return withheld === undefined || isAnythingWithheld(withheld);
  };
  const daily = createDailyPosts({ ...parts, messenger, isAsking, runGames: games.checkDue });
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
  const tokenKeeper = keepToken(client.rest, token, log);
  const lost = Promise.race([lostShard(client), tokenKeeper.revoked]);
  // If Discord refuses the bot for another reason than its token, the login below says why.
  const get = (route: `/${string}`) => {
    const request = () => tokenKeeper.request(() => client.rest.get(route));
    return Promise.race([retryUntilReachable(request, log, leaving.signal).catch(() => undefined), lost]);
  };
  let servers: Servers | undefined;
  const stop = async () => {
    stopping = true;
    leaving.abort();
    await router.idle();
    await games.close();
    await daily.close();
    servers?.close();
    tokenKeeper.release();
    await client.destroy();
  };
  try {
    await get(Routes.gatewayBot());
    const application = (await get(Routes.currentApplication())) as { id: string } | undefined;
    // Before the login: an interaction or a game must not touch the store of another application.
    if (application !== undefined) await claimStore(parts.store, application.id);
    await Promise.race([client.login(token), lost]);
    const online = await Promise.race([ready, lost]);
    await claimStore(parts.store, online.application.id);
    servers = await watchServers(online, { ...parts, own });
    client.on(Events.GuildCreate, (guild) => void welcome(guild, { ...parts, messenger }));
    games.checkDue();
    void daily.checkDue();
    const places = { applicationId: online.application.id, devGuildId };
    const registers = own === undefined || own.ids.includes(0);
    const register = () =>
      retryUntilReachable(
        () => tokenKeeper.request(() => registerAll(client.rest, parts, places)),
        log,
        leaving.signal,
      );
    const registration = registers ? await Promise.race([register(), lost]) : {};
    void unfinished.announce(client.rest);
    log.info({ ...registration, shards: client.ws.shards.size, of: client.options.shardCount }, 'ready');
    const {
      user,
      application: { id: applicationId },
      guilds,
    } = online;
    return { name: user.tag, applicationId, servers: guilds.cache.size, lost, stop };
  } catch (error) {
    await stop().catch(() => undefined);
    throw error;
  }
}

/**
 * Assigns the store to the application at its first start. Throws one line if it belongs to another application: this one does
 * not see the other's servers, and would erase their data as if the bot had left them.
 */
async function claimStore(store: Pick<Store, 'claimOwnership'>, applicationId: string): Promise<void> {
  const owner = await store.claimOwnership(applicationId);
  if (owner !== applicationId) throw new OperatorError(operatorText.storeOfOther(owner, applicationId));
}
