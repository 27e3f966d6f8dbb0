import { mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import Sqlite from 'libsql';
import { expect, it } from 'vitest';
import { createRandom, type Random } from '../../bench/generate/random.ts';
import { connect } from '../../src/store/connect.ts';
import type { PicksTable, RoundsTable } from '../../src/store/schema.ts';
import type { Store, StoreLocation } from '../../src/store/store.ts';
import { onBothEngines } from '../support/engines.ts';
import { newGame, newPick, openRound, START } from '../support/games.ts';
import { openTestStore } from '../support/open-store.ts';
import { onServer } from '../support/postgres.ts';

const DAY = 86_400_000;
const GENRES = ['Drama', 'Horror', null];
const KINDS = ['year', 'director'];
const people = Array.from({ length: 8 }, (_, number) => `person-${number}`);
const guilds = Array.from({ length: 3 }, (_, number) => `guild-${number}`);

type Sums = Record<string, (string | number | null)[]>;

interface Rows {
  picks: PicksTable[];
  rounds: RoundsTable[];
  shown: { user_id: string }[];
}

/** The stored sums, the sums of the stored picks, and rows whose game or server does not exist any more. */
async function readSums(place: StoreLocation): Promise<{ stored: Sums; counted: Sums; orphans: unknown[] }> {
  const database = connect(place);
  const [persons, days, topics, kinds, shown, shownDays, picks, rounds, games, votes, asked] =
    await Promise.all([
      database.selectFrom('person_sums').selectAll().execute(),
      database.selectFrom('day_sums').selectAll().execute(),
      database.selectFrom('topic_sums').selectAll().execute(),
      database.selectFrom('kind_sums').selectAll().execute(),
      database.selectFrom('shown_people').selectAll().execute(),
      database.selectFrom('shown_days').selectAll().execute(),
      database.selectFrom('picks').selectAll().execute(),
      database.selectFrom('rounds').selectAll().execute(),
      database.selectFrom('games').selectAll().execute(),
      database.selectFrom('votes').selectAll().execute(),
      database.selectFrom('asked').selectAll().execute(),
    ]);
  await database.destroy();
  const stored: Sums = {};
  for (const { guild_id, user_id, points, correct, answers, streak, fastest } of persons)
    stored[`person ${guild_id} ${user_id}`] = [points, correct, answers, streak, fastest];
  for (const { guild_id, day, user_id, points, correct, answers } of days)
    stored[`day ${guild_id} ${day} ${user_id}`] = [points, correct, answers];
  for (const { guild_id, user_id, topic, name, correct, answers } of topics)
    stored[`${topic} ${guild_id} ${user_id} ${name}`] = [correct, answers];
  for (const { guild_id, kind, correct, answers } of kinds)
    stored[`kind ${guild_id} ${kind}`] = [correct, answers];
  for (const { user_id, points, correct, answers } of shown) {
    if (answers > 0) stored[`shown ${user_id}`] = [points, correct, answers];
  }
  for (const { day, user_id, points, correct, answers } of shownDays)
    stored[`shown day ${day} ${user_id}`] = [points, correct, answers];

  const counted = recount({ picks, rounds, shown });
  const gameIds = new Set(games.map(({ id }) => id));
  const guildIds = new Set(games.map(({ guild_id }) => guild_id));
  const orphans = [
    ...[...picks, ...rounds, ...votes].filter(({ game_id }) => !gameIds.has(game_id)),
    ...asked.filter(({ guild_id }) => !guildIds.has(guild_id)),
  ];
  return { stored, counted, orphans };
}

type Counted = PicksTable & Pick<RoundsTable, 'kind' | 'genre' | 'decade'> & { shown: boolean };

/** Computes the sums from the picks. */
function recount({ picks, rounds, shown }: Rows): Sums {
  const roundOf = new Map(rounds.map((round) => [`${round.game_id} ${round.number}`, round]));
  const names = new Set(shown.map(({ user_id }) => user_id));
  const counted: Record<string, number[]> = {};
  const people = new Map<string, PicksTable[]>();
  for (const pick of picks) {
    const { kind = '', genre = null, decade = null } = roundOf.get(`${pick.game_id} ${pick.round}`) ?? {};
    for (const [key, amounts] of partsOf({ ...pick, kind, genre, decade, shown: names.has(pick.user_id) }))
      counted[key] = amounts.map((amount, index) => amount + (counted[key]?.[index] ?? 0));
    const person = `person ${pick.guild_id} ${pick.user_id}`;
    people.set(person, [...(people.get(person) ?? []), pick]);
  }
  return { ...counted, ...Object.fromEntries([...people].map(([key, picks]) => [key, personOf(picks)])) };
}

function partsOf(pick: Counted): [string, number[]][] {
  const { guild_id, user_id, points, correct, at, kind, genre, decade } = pick;
  const day = Math.floor(at / DAY);
  const parts: [string, number[], boolean][] = [
    [`day ${guild_id} ${day} ${user_id}`, [points, correct, 1], true],
    [`genre ${guild_id} ${user_id} ${genre}`, [correct, 1], genre !== null],
    [`decade ${guild_id} ${user_id} ${decade}`, [correct, 1], decade !== null],
    [`kind ${guild_id} ${kind}`, [correct, 1], true],
    [`shown ${user_id}`, [points, correct, 1], pick.shown],
    [`shown day ${day} ${user_id}`, [points, correct, 1], pick.shown],
  ];
  return parts.flatMap(([key, amounts, counts]) => (counts ? [[key, amounts]] : []));
}

function personOf(picks: readonly PicksTable[]): (number | null)[] {
  const right = picks.filter(({ correct }) => correct === 1);
  const points = picks.reduce((sum, pick) => sum + pick.points, 0);
  const fastest = right.length === 0 ? null : Math.min(...right.map(({ ms }) => ms));
  return [points, right.length, picks.length, Math.max(...picks.map(({ streak }) => streak)), fastest];
}

async function expectRightSums(place: StoreLocation): Promise<number> {
  const { stored, counted, orphans } = await readSums(place);
  expect(stored).toEqual(counted);
  expect(orphans).toEqual([]);
  return Object.keys(stored).length;
}

/** Plays a game of one question; most people pick at the same moment. */
async function playOne(store: Store, id: string, random: Random): Promise<void> {
  const guildId = guilds[random.whole(0, guilds.length - 1)] ?? '';
  const game = newGame(id, { guild_id: guildId, place: id, started_by: people[0] ?? '' });
  if (!(await store.startGame(game))) return;
  const [kind, genre] = [KINDS[random.whole(0, 1)] ?? '', GENRES[random.whole(0, 2)] ?? null];
  const decade = random.whole(0, 1) === 0 ? null : 1990;
  await openRound(store, game, 1, { kind, genre, decade, allowed: 3 * DAY, film_id: random.whole(1, 50) });
  const picks = people.slice(random.whole(0, people.length - 1)).map((userId) => ({
    ...newPick(`${id}-1`, userId, random.whole(0, 3), random.whole(0, 3 * DAY)),
    guildId,
  }));
  await Promise.all([...picks, ...picks.slice(0, 1)].map((pick) => store.recordPick(pick)));
  await store.endGame({ gameId: id, reason: 'played', now: START });
}

onBothEngines('the running sums', (engine) => {
  it('equal the sums of the picks after any operations in any order', async () => {
    const place = await engine.newLocation();
    const store = await openTestStore(place);
    const random = createRandom(11);
    const person = () => people[random.whole(0, people.length - 1)] ?? '';
    const guild = () => guilds[random.whole(0, guilds.length - 1)] ?? '';
    const play = (step: number) => playOne(store, `game-${step}`, random);
    const operations = [
      () => store.erasePerson(person()),
      () => store.eraseGuild(guild()),
      () => store.showPerson(person(), 'A name'),
      () => store.showPerson(person(), null),
      ...Array.from({ length: 8 }, () => play),
    ];
    let most = 0;
    for (let step = 0; step < 60; step++) {
      await operations[random.whole(0, operations.length - 1)]?.(step);
      if (step % 6 === 5) most = Math.max(most, await expectRightSums(place));
    }
    expect(most).toBeGreaterThan(40);
  });

  it('stay right, and no row of an erased server stays, while two processes play and erase', async () => {
    const place = await engine.newLocation();
    const [one, other] = [await openTestStore(place), await openTestStore(place)];
    const random = createRandom(12);
    const play = async (store: Store, name: string) => {
      for (let number = 0; number < 8; number++) await playOne(store, `${name}-${number}`, random);
    };
    const erase = async (store: Store) => {
      for (let number = 0; number < 6; number++) {
        await store.eraseGuild(guilds[number % 3] ?? '');
        await store.erasePerson(people[number] ?? '');
        await store.showPerson(people[number] ?? '', 'again');
      }
    };
    await Promise.all([play(one, 'a'), play(other, 'b'), erase(one), erase(other)]);
    await playOne(one, 'last', random);
    expect(await expectRightSums(place)).toBeGreaterThan(0);
  });

  it('are computed from the picks of a store of version 0.1.0', async () => {
    const place = await engine.newLocation();
    const old = [
      ...readFileSync('test/store/schema-0.1.0.sql', 'utf8').trim().split('\n'),
      `insert into games values ('a', 'guild-1', 'c', null, 'es', 'classic', 1, 5, '{}', 20, 5, 'ana', 1, 'over', 2, 1, null, 0, 'played', 9)`,
      ...[1, 2].map(
        (number) =>
          `insert into rounds values ('a', ${number}, 'guild-1', 't${number}', 0, '{}', 'year', 7, 2, ${number === 1 ? `'Drama'` : 'null'}, 1990, 'm', 1, 1, 20000, null, null, 9)`,
      ),
      ...['ana', 'eva'].map(
        (user) =>
          `insert into picks values ('a', 1, '${user}', 'guild-1', 1, 1, 150, 1, ${START}, 900), ('a', 2, '${user}', 'guild-1', 0, 0, 0, 0, ${START + DAY}, 400)`,
      ),
      `insert into shown_people values ('eva', 'Eva')`,
    ].join(';\n');
    if ('url' in place) await onServer(old.replaceAll(';;', ';'), place.url);
    else {
      mkdirSync(dirname(place.file));
      const database = new Sqlite(place.file);
      database.exec(old);
      database.close();
    }
    const store = await openTestStore(place);
    expect(await expectRightSums(place)).toBe(14);
    expect(await store.globalRanking({ since: START + 1, limit: 5 })).toEqual([
      { userId: 'eva', name: 'Eva', points: 0, right: 0, answers: 1 },
    ]);
    expect(await store.readProfile({ guildId: 'guild-1', userId: 'ana' })).toEqual({
      points: 150,
      right: 1,
      answers: 2,
      bestStreak: 1,
      fastest: 900,
      genres: [{ key: 'Drama', right: 1, answers: 1 }],
      decades: [{ key: 1990, right: 1, answers: 2 }],
    });
  });

  it('give the same ranking since a time as the picks, to the millisecond', async () => {
    const place = await engine.newLocation();
    const store = await openTestStore(place);
    const game = newGame('window');
    await store.startGame(game);
    await openRound(store, game, 1, { allowed: 5 * DAY });
    const random = createRandom(13);
    const picks = Array.from({ length: 40 }, (_, number) =>
      newPick('window-1', `p-${number}`, 1, random.whole(0, 5 * DAY)),
    );
    await Promise.all(picks.map((pick) => store.recordPick(pick)));
    for (const { userId } of picks) await store.showPerson(userId, userId);
    for (const { at } of picks.slice(0, 8)) {
      for (const since of [at, at + 1]) {
        const expected = picks.filter((pick) => pick.at >= since).map(({ userId }) => userId);
        const here = await store.guildRanking({ guildId: 'g-window', since, limit: 100 });
        const everywhere = await store.globalRanking({ since, limit: 100 });
        for (const table of [here, everywhere])
          expect(table.map(({ userId }) => userId).sort()).toEqual(expected.toSorted());
      }
    }
  });
});
