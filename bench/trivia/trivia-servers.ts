import type { APIMessage } from 'discord-api-types/v10';
import { type Guild, type LocalDiscord, type Person, startLocalDiscord } from '#local-discord';
import { readCustomId } from '../../src/contract/custom-id.ts';

/** A question that is open for picks, as people see it. */
export interface SeenRound {
  readonly token: string;
  readonly message: APIMessage;
  /** The custom ids of its options. */
  readonly options: readonly string[];
}

/** A server with its people. */
export interface House {
  readonly guild: Guild;
  /** Starts games, and skips. */
  readonly starter: Person;
  readonly players: readonly Person[];
  /** The question that is open now. */
  round(): SeenRound | undefined;
  /** The next question other than the one of that token; undefined when none comes within `ms`. */
  nextRound(after: string | undefined, ms: number): Promise<SeenRound | undefined>;
  /** Rounds that two messages ask. */
  askedTwice(): number;
}

export interface Theatre {
  readonly discord: LocalDiscord;
  readonly houses: readonly House[];
}

/** A Discord in this process, which outlives the bots that it serves, with people in every server. */
export async function openTheatre({
  servers,
  players,
  shards = 1,
}: {
  servers: number;
  players: number;
  shards?: number;
}): Promise<Theatre> {
  const discord = await startLocalDiscord({ guilds: servers, shards, concurrency: shards });
  const houses = discord.guilds.map((guild, index) => openHouse(discord, guild, { index, players }));
  return { discord, houses };
}

function openHouse(
  discord: LocalDiscord,
  guild: Guild,
  { index, players }: { index: number; players: number },
): House {
  const join = (name: string) => discord.person({ name, guild: index, channel: 'trivia' });
  const channels = new Set(guild.channels.map(({ id }) => id));
  const messages = new Map<string, Set<string>>();
  const waiting = new Set<() => void>();
  let open: SeenRound | undefined;
  discord.watch(({ message, seenBy }) => {
    if (seenBy !== undefined || !channels.has(message.channel_id)) return;
    const seen = readRound(message);
    if (seen !== undefined) {
      open = seen;
      messages.set(seen.token, (messages.get(seen.token) ?? new Set()).add(message.id));
    } else if (message.id === open?.message.id) open = undefined;
    for (const look of [...waiting]) look();
  });
  return {
    guild,
    starter: join(`Ana ${index}`),
    players: Array.from({ length: players }, (_, player) => join(`Luis ${index} ${player}`)),
    round: () => open,
    nextRound: (after, ms) =>
      new Promise((resolve) => {
        const timer = setTimeout(() => finish(undefined), ms);
        const finish = (round: SeenRound | undefined) => {
          clearTimeout(timer);
          waiting.delete(look);
          resolve(round);
        };
        const look = () => {
          if (open !== undefined && open.token !== after) finish(open);
        };
        waiting.add(look);
        look();
      }),
    askedTwice: () => [...messages.values()].filter(({ size }) => size > 1).length,
  };
}

/** A message's round, where it is a question whose options can be pressed. */
function readRound(message: APIMessage): SeenRound | undefined {
  const ids = (message.components ?? []).flatMap((row) =>
    'components' in row ? row.components.map((part) => ('custom_id' in part ? part.custom_id : '')) : [],
  );
  const options = ids.filter((id) => readCustomId(id)?.command === 'responder');
  const token = readCustomId(options[0] ?? '')?.options.ronda;
  return token === undefined ? undefined : { token: String(token), message, options };
}
