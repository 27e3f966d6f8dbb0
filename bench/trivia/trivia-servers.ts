import type { APIMessage } from 'discord-api-types/v10';
import { type Guild, type LocalDiscord, type Person, startLocalDiscord } from '#local-discord';
import { readCustomId } from '../../src/contract/custom-id.ts';

/** A question that is open for picks. */
export interface OpenRound {
  readonly token: string;
  readonly message: APIMessage;
  /** The custom ids of its options. */
  readonly options: readonly string[];
}

export interface NextButton {
  readonly message: APIMessage;
  readonly id: string;
}

/** A server with people who play trivia in one channel. */
export interface TriviaServer {
  readonly guild: Guild;
  /** Starts games and skips questions. */
  readonly starter: Person;
  readonly players: readonly Person[];
  /** The open question, if any. */
  openRound(): OpenRound | undefined;
  /** The next open question whose token is not `after`. Undefined if none opens within `ms`. */
  nextRound(after: string | undefined, ms: number): Promise<OpenRound | undefined>;
  /** The latest message with a button that opens the next question, and the button's custom id. */
  nextButton(): NextButton | undefined;
  /** How many questions were posted in more than one message. */
  duplicateRounds(): number;
}

export interface TriviaDiscord {
  readonly discord: LocalDiscord;
  readonly servers: readonly TriviaServer[];
}

/** Starts a Discord in this process with people in every server. It outlives the bots that connect to it. */
export async function openTriviaServers({
  servers,
  players,
  shards = 1,
}: {
  servers: number;
  players: number;
  shards?: number;
}): Promise<TriviaDiscord> {
  const discord = await startLocalDiscord({ guilds: servers, shards, concurrency: shards });
  return {
    discord,
    servers: discord.guilds.map((guild, index) => openServer(discord, guild, { index, players })),
  };
}

function openServer(
  discord: LocalDiscord,
  guild: Guild,
  { index, players }: { index: number; players: number },
): TriviaServer {
  const join = (name: string) => discord.person({ name, guild: index, channel: 'trivia' });
  const channels = new Set(guild.channels.map(({ id }) => id));
  const messagesByToken = new Map<string, Set<string>>();
  const waiting = new Set<() => void>();
  let open: OpenRound | undefined;
  let next: NextButton | undefined;
  discord.watch(({ message, visibleTo }) => {
    if (visibleTo !== undefined || !channels.has(message.channel_id)) return;
    const round = readRound(message);
    if (round !== undefined) {
      open = round;
      messagesByToken.set(round.token, (messagesByToken.get(round.token) ?? new Set()).add(message.id));
    } else if (message.id === open?.message.id) open = undefined;
    const id = idsOf(message).find((one) => readCustomId(one)?.command === 'siguiente');
    if (id !== undefined) next = { message, id };
    for (const check of [...waiting]) check();
  });
  return {
    guild,
    starter: join(`Ana ${index}`),
    players: Array.from({ length: players }, (_, player) => join(`Luis ${index} ${player}`)),
    openRound: () => open,
    nextRound: (after, ms) =>
      new Promise((resolve) => {
        const timer = setTimeout(() => finish(undefined), ms);
        const finish = (round: OpenRound | undefined) => {
          clearTimeout(timer);
          waiting.delete(check);
          resolve(round);
        };
        const check = () => {
          if (open !== undefined && open.token !== after) finish(open);
        };
        waiting.add(check);
        check();
      }),
    nextButton: () => next,
    duplicateRounds: () => [...messagesByToken.values()].filter(({ size }) => size > 1).length,
  };
}

/** The custom ids of a message. */
const idsOf = (message: APIMessage): string[] =>
  (message.components ?? []).flatMap((row) =>
    'components' in row ? row.components.map((part) => ('custom_id' in part ? part.custom_id : '')) : [],
  );

/** The round of a message with buttons for picks. */
function readRound(message: APIMessage): OpenRound | undefined {
  const options = idsOf(message).filter((id) => readCustomId(id)?.command === 'responder');
  const token = readCustomId(options[0] ?? '')?.options.ronda;
  return token === undefined ? undefined : { token: String(token), message, options };
}
