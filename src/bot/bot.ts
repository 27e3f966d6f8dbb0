import { Client, Events, GatewayIntentBits, Options, Routes, Status } from 'discord.js';
import { Agent } from 'undici';
import { openRooms } from '../trivia/rooms.ts';
import type { Gateway } from '../watch.ts';
import type { BotParts } from './context.ts';
import { patiently } from './patience.ts';
import { registerAll } from './register.ts';
import { createRouter } from './router.ts';
import { watchServers } from './servers.ts';
import { createSpeaker } from './speaker.ts';
import { welcome } from './welcome.ts';

/** Connections to Discord at most: a thousand answers at once share them, for opening as many takes longer. */
const CONNECTIONS = 32;

export interface BotOptions {
  token: string;
  /** Register the commands in this guild only. */
  devGuildId?: string | undefined;
  /** Where Discord's REST API is; by default the real one. */
  api?: string | undefined;
}

export interface Bot {
  /** The bot's name there, e.g. "Filmoteca#1234". */
  name: string;
  /** Stops taking interactions, finishes the answers under way, then leaves. */
  stop(): Promise<void>;
}

/**
 * Logs in, registers the commands where they differ and answers until stopped. Needs no privileged intent. While
 * Discord is down it waits for it. Throws when Discord refuses the token.
 */
export async function startBot(parts: BotParts, { token, devGuildId, api }: BotOptions): Promise<Bot> {
  const client: Client = new Client({
    intents: [GatewayIntentBits.Guilds],
    rest: { ...(api === undefined ? {} : { api }), agent: new Agent({ connections: CONNECTIONS }) },
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      MessageManager: 0,
      UserManager: { maxSize: 0, keepOverLimit: (user) => user.id === client.user?.id },
      GuildMemberManager: { maxSize: 0, keepOverLimit: (member) => member.id === client.user?.id },
    }),
  });
  const { log } = parts;
  parts.watch?.connected(() => gatewayOf(client));
  const speaker = createSpeaker(client.rest);
  const rooms = openRooms({ ...parts, speaker });
  const router = createRouter({ ...parts, rooms });
  let stopping = false;
  client.on(Events.InteractionCreate, (interaction) => {
    if (!stopping) void router.handle(interaction);
  });
  client.on(Events.Error, (error) => log.error({ error }, 'gateway'));
  client.on(Events.ShardReconnecting, () => {
    if (!stopping) log.warn('gateway lost, reconnecting');
  });
  client.on(Events.ShardResume, () => log.info('gateway resumed'));

  const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
  // What Discord has against the token, the login itself says.
  const probe = client.rest.setToken(token);
  await patiently(() => probe.get(Routes.gatewayBot()), log).catch(() => undefined);
  await client.login(token);
  const unwatch = await watchServers(await ready, parts);
  client.on(Events.GuildCreate, (guild) => void welcome(guild, { ...parts, speaker }));
  rooms.wake();
  const places = { applicationId: client.application?.id ?? '', devGuildId };
  log.info(await patiently(() => registerAll(client.rest, parts, places), log), 'ready');
  return {
    name: client.user?.tag ?? '',
    async stop() {
      stopping = true;
      await router.idle();
      await rooms.close();
      unwatch();
      await client.destroy();
    },
  };
}

/** The state of the shard that is worst off; without one there is no connection yet. */
function gatewayOf({ ws }: Client): Gateway {
  const shards = [...ws.shards.values()];
  const down = shards.find(({ status }) => status !== Status.Ready);
  const status = shards.length === 0 ? Status.Connecting : (down?.status ?? Status.Ready);
  return { state: Status[status].toLowerCase(), pingMs: ws.ping >= 0 ? ws.ping : undefined };
}
