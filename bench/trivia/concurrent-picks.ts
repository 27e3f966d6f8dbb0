import { openStore, type StoreLocation } from '../../src/store/store.ts';
import { gameText } from '../../src/text/game.ts';
import { createRandom, type Random } from '../generate/random.ts';
import { type Figures, figuresOf } from '../measure.ts';
import { startBotProcess } from './bot-process.ts';
import { type Count, countPicks } from './count-picks.ts';
import { after, type Press, pick, tried } from './players.ts';
import { type House, openTheatre, type SeenRound } from './trivia-servers.ts';

export interface CrowdReport extends Count {
  readonly picks: number;
  /** The private answers, in milliseconds: of picks spread over some seconds, and of a burst. */
  readonly spread: Figures;
  readonly burst: Figures;
  /** Picks that nobody answered, or that were not noted. */
  readonly unanswered: number;
}

/** How long a question may take to come up: on a slow machine nobody may hear a skip, and its time closes the one before. */
const QUESTION_MS = 120_000;

/** A question in every server: everybody picks within `spreadMs`; then another one, and everybody picks at once. */
export async function runCrowd(plan: {
  seed: number;
  servers: number;
  players: number;
  spreadMs: number;
  parquet: string;
  store: StoreLocation;
}): Promise<CrowdReport> {
  const random = createRandom(plan.seed);
  const theatre = await openTheatre(plan);
  const store = await openStore(plan.store);
  for (const { guild } of theatre.houses) await store.changeSettings(guild.id, { seconds: 60, pause: 0 });
  const bot = await startBotProcess({ ...plan, discord: theatre.discord });
  await Promise.all(
    theatre.houses.map(({ starter }) => tried(starter.command('trivia jugar', { rondas: 5 }))),
  );
  const first = await Promise.all(theatre.houses.map((house) => asked(house, undefined)));
  const spread = await pickAll(first, random, plan.spreadMs);
  await Promise.all(
    first.map(({ house, round }) => tried(house.starter.press(round.message, gameText.es.askSkip))),
  );
  const second = await Promise.all(first.map(({ house, round }) => asked(house, round.token)));
  const burst = await pickAll(second, random, 0);
  await bot.stop();
  const presses = [...spread, ...burst];
  const count = await countPicks(store, theatre, presses);
  await store.close();
  await theatre.discord.close();
  return {
    ...count,
    picks: presses.length,
    spread: figuresOf(spread.map(({ ms }) => ms)),
    burst: figuresOf(burst.map(({ ms }) => ms)),
    unanswered: presses.length - count.noted,
  };
}

interface Asked {
  readonly house: House;
  readonly round: SeenRound;
}

async function asked(house: House, last: string | undefined): Promise<Asked> {
  const round = await house.nextRound(last, QUESTION_MS);
  if (round === undefined) throw new Error(`no question came up in ${house.guild.name}`);
  return { house, round };
}

/** Everybody picks once, each at a moment of their own within `ms`. */
async function pickAll(rounds: readonly Asked[], random: Random, ms: number): Promise<Press[]> {
  const picks = rounds.flatMap(({ house, round }) =>
    house.players.map(async (person) => {
      const choice = random.whole(0, round.options.length - 1);
      if (ms > 0) await after(random.whole(0, ms));
      return pick(person, round, choice);
    }),
  );
  return (await Promise.all(picks)).filter((press) => press !== undefined);
}
