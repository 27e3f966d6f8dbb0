import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  allowedTime,
  dailyStreaks,
  earlyClose,
  endAfter,
  expectedPlayers,
  type JudgedRound,
  judge,
  learntDifficulty,
  livesLeft,
  pauseAfter,
  pointsLeft,
  type Standing,
  stepTimes,
  type Turnout,
  votesNeeded,
  winnersOf,
} from '../../src/game/rules.ts';

const round: JudgedRound = {
  answer: 2,
  options: 4,
  difficulty: 1,
  steps: 1,
  askedAt: 1000,
  allowed: 20_000,
  hintAt: null,
  cutAt: null,
  mode: 'classic',
  lives: 1,
  played: 0,
};
const right = (at: number, changes: Partial<JudgedRound> = {}, streak = 0) =>
  judge({ ...round, ...changes }, { choice: 2, at }, { streak, right: streak });
const points = (...args: Parameters<typeof right>) => {
  const verdict = right(...args);
  return 'points' in verdict ? verdict.points : verdict.outcome;
};

describe('points', () => {
  it.each([
    ['at once', 1000, {}, 0, 150],
    ['half way', 11_000, {}, 0, 125],
    ['at the last moment', 21_000, {}, 0, 100],
    ['a moment too late', 21_001, {}, 0, 'late'],
    ['hard, at once', 1000, { difficulty: 3 }, 0, 450],
    ['third in a row', 21_000, {}, 2, 110],
    ['fifth in a row', 21_000, {}, 4, 120],
    ['tenth in a row earns no more than the fifth', 21_000, {}, 9, 120],
    ['after the hint', 21_000, { hintAt: 20_000 }, 0, 50],
    ['before the hint', 11_000, { hintAt: 20_000 }, 0, 125],
    ['a ladder at its first step', 1000, { steps: 5 }, 0, 150],
    ['a ladder at its third step', 9000, { steps: 5 }, 0, 78],
    ['a ladder at its last step', 21_000, { steps: 5 }, 0, 20],
    ['when it was skipped already', 9000, { cutAt: 8999 }, 0, 'late'],
    ['just before it was skipped', 8999, { cutAt: 8999 }, 0, 130],
  ] as const)('%s', (_, at, changes, streak, expected) => {
    expect(points(at, changes, streak)).toBe(expected);
  });

  it('are 1 to 1.7 times the base, and speed never costs points', () => {
    const rounds = fc.record({
      difficulty: fc.integer({ min: 1, max: 3 }),
      allowed: fc.integer({ min: 10_000, max: 90_000 }),
      early: fc.double({ min: 0, max: 1, noNaN: true }),
      late: fc.double({ min: 0, max: 1, noNaN: true }),
      streak: fc.integer({ min: 0, max: 60 }),
    });
    fc.assert(
      fc.property(rounds, ({ difficulty, allowed, early, late, streak }) => {
        const at = (share: number) => 1000 + Math.floor(share * allowed);
        const [first, second] = [Math.min(early, late), Math.max(early, late)];
        const sooner = Number(points(at(first), { difficulty, allowed }, streak));
        const later = Number(points(at(second), { difficulty, allowed }, streak));
        expect(sooner).toBeGreaterThanOrEqual(later);
        expect(later).toBeGreaterThanOrEqual(100 * difficulty);
        expect(sooner).toBeLessThanOrEqual(170 * difficulty);
        expect(Number(points(at(second), { difficulty, allowed, hintAt: 0 }, streak))).toBeCloseTo(
          later / 2,
          -1,
        );
      }),
      { seed: 5 },
    );
  });

  it('a wrong pick earns nothing and ends the streak', () => {
    fc.assert(
      fc.property(fc.constantFrom(0, 1, 3), fc.integer({ min: 1000, max: 21_000 }), (choice, at) => {
        expect(judge(round, { choice, at }, { streak: 7, right: 7 })).toEqual({
          outcome: 'taken',
          correct: false,
          points: 0,
          streak: 0,
          ms: at - 1000,
        });
      }),
      { seed: 5 },
    );
  });

  it('an option that does not exist is rejected', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.integer().filter((n) => n < 0 || n > 3),
          fc.double(),
        ),
        (choice) => {
          fc.pre(!(Number.isInteger(choice) && choice >= 0 && choice < 4));
          expect(judge(round, { choice, at: 2000 }, { streak: 0, right: 0 })).toEqual({
            outcome: 'no such option',
          });
        },
      ),
      { seed: 5 },
    );
  });
});

it('in survival, only people who have lives left can pick', () => {
  const pick = { choice: 2, at: 2000 };
  const survival = (played: number, lives: number, right: number) =>
    judge({ ...round, mode: 'survival', played, lives }, pick, { streak: 0, right }).outcome;
  expect(survival(0, 1, 0)).toBe('taken');
  expect(survival(1, 1, 0)).toBe('out');
  expect(survival(1, 1, 1)).toBe('taken');
  expect(survival(2, 3, 0)).toBe('taken');
  expect(survival(3, 3, 0)).toBe('out');
  expect(survival(9, 3, 7)).toBe('taken');
});

it('a life is lost for each question that was not answered right, and for nothing else', () => {
  const answers = fc.array(fc.boolean(), { maxLength: 12 });
  let outs = 0;
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5 }), answers, (lives, rounds) => {
      for (const played of rounds.keys()) {
        const before = rounds.slice(0, played);
        const right = before.filter((isRight) => isRight).length;
        const left = Math.max(0, lives - before.filter((isRight) => !isRight).length);
        const state = { ...round, mode: 'survival' as const, lives, played };
        expect(livesLeft(state, right)).toBe(left);
        const { outcome } = judge(state, { choice: 2, at: 2000 }, { streak: 0, right });
        expect(outcome).toBe(left === 0 ? 'out' : 'taken');
        outs += Number(left === 0);
      }
    }),
    { seed: 5 },
  );
  expect(outs).toBeGreaterThan(10);
});

it('a vote needs more than half of the players, and at least one vote', () => {
  expect([0, 1, 2, 3, 4, 5, 10].map(votesNeeded)).toEqual([1, 1, 2, 2, 3, 3, 6]);
});

it('a question is open for the seconds of the server plus the time to read it', () => {
  expect(allowedTime(20, 0)).toBe(20_000);
  expect(allowedTime(20, 150)).toBe(30_000);
  expect(stepTimes(5, 30_000)).toEqual([6000, 12_000, 18_000, 24_000]);
  expect(stepTimes(1, 30_000)).toEqual([]);
});

const turnout = (changes: Partial<Turnout> = {}): Turnout => ({
  isDaily: false,
  survivors: undefined,
  startedBy: 'ana',
  letters: 90,
  picks: [],
  last: [],
  beforeLast: [],
  isFirst: false,
  ...changes,
});
const picked = (userId: string, ms: number) => ({ userId, ms });
const before = (userId: string) => ({ userId });

it('the starter is expected first, later everybody who answered one of the last two rounds; in survival those who are in', () => {
  const last = [before('ana'), before('beto')];
  const beforeLast = [before('carla')];
  const expected = (changes: Partial<Turnout>) => [...expectedPlayers(turnout(changes))];
  expect(expected({ isFirst: true })).toEqual(['ana']);
  expect(expected({ isFirst: true, startedBy: '' })).toEqual([]);
  expect(expected({ last, beforeLast })).toEqual(['ana', 'beto', 'carla']);
  expect(expected({ last, beforeLast, survivors: new Set(['ana', 'dora']) })).toEqual(['ana']);
});

it.each<[string, Partial<Turnout>, number | undefined]>([
  ['not before anybody answers', {}, undefined],
  ['3 s after the only player', { last: [before('ana')], picks: [picked('ana', 2000)] }, 5000],
  [
    'not while a player is missing',
    { last: [before('ana'), before('beto')], picks: [picked('ana', 2000)] },
    undefined,
  ],
  [
    '3 s after the last of two players',
    {
      last: [before('ana')],
      beforeLast: [before('beto')],
      picks: [picked('ana', 2000), picked('beto', 7000)],
    },
    10_000,
  ],
  [
    '3 s after somebody who joins last',
    { last: [before('ana')], picks: [picked('ana', 2000), picked('eva', 4000)] },
    7000,
  ],
  ['15 s after the first question', { isFirst: true, picks: [picked('ana', 2000)] }, 15_000],
  [
    'after the time to read a long first question',
    { isFirst: true, letters: 300, picks: [picked('ana', 2000)] },
    20_000,
  ],
  [
    '3 s after a late answer to the first question',
    { isFirst: true, picks: [picked('ana', 14_000)] },
    17_000,
  ],
  [
    'not at the first question without the starter',
    { isFirst: true, picks: [picked('beto', 2000)] },
    undefined,
  ],
])('a question closes early %s', (_, changes, ms) => {
  expect(earlyClose(turnout(changes))).toBe(ms);
});

it('a question never closes early while an expected answer is missing, nor within 3 s of an answer', () => {
  const people = fc.uniqueArray(fc.constantFrom('ana', 'beto', 'carla', 'dora', 'eva'));
  const picks = fc.dictionary(
    fc.constantFrom('ana', 'beto', 'carla', 'dora', 'eva'),
    fc.integer({ min: 0, max: 60_000 }),
  );
  const input = fc.record({ last: people, beforeLast: people, picks, isFirst: fc.boolean() });
  let closed = 0;
  fc.assert(
    fc.property(input, ({ last, beforeLast, picks, isFirst }) => {
      const state = turnout({
        last: last.map((userId) => before(userId)),
        beforeLast: beforeLast.map((userId) => before(userId)),
        picks: Object.entries(picks).map(([userId, ms]) => picked(userId, ms)),
        isFirst,
      });
      const ms = earlyClose(state);
      const isComplete = [...expectedPlayers(state)].every((userId) => userId in picks);
      expect(ms !== undefined).toBe(isComplete && state.picks.length > 0);
      if (ms === undefined) return;
      closed++;
      for (const pick of state.picks) expect(ms).toBeGreaterThanOrEqual(pick.ms + 3000);
    }),
    { seed: 5 },
  );
  expect(closed).toBeGreaterThan(10);
});

it('the pause follows the length of the answer, from the setting of the server to three times that', () => {
  expect([0, 75, 76, 150, 225, 900].map((letters) => pauseAfter(5, letters))).toEqual([
    5000, 5000, 6000, 10_000, 15_000, 15_000,
  ]);
  expect(pauseAfter(0, 900)).toBe(0);
});

it('the points that are left are the most that an answer can still give, without a streak', () => {
  expect(pointsLeft({ difficulty: 1, steps: 1, step: 0, hinted: false })).toBe(150);
  expect(pointsLeft({ difficulty: 3, steps: 1, step: 0, hinted: true })).toBe(225);
  const steps = [0, 1, 2, 3, 4];
  expect(steps.map((step) => pointsLeft({ difficulty: 1, steps: 5, step, hinted: false }))).toEqual([
    150, 112, 78, 48, 22,
  ]);
  for (const step of steps)
    expect(points(1000 + step * 4000, { steps: 5 })).toBe(
      pointsLeft({ difficulty: 1, steps: 5, step, hinted: false }),
    );
});

it('the most points win, in survival among those who are still in, and nobody wins without points', () => {
  const [ana, beto, carla] = [
    { userId: 'ana', points: 300 },
    { userId: 'beto', points: 300 },
    { userId: 'carla', points: 100 },
  ];
  expect(winnersOf([ana, beto, carla], () => true)).toEqual([ana, beto]);
  expect(winnersOf([ana, beto, carla], ({ userId }) => userId === 'carla')).toEqual([carla]);
  expect(winnersOf([ana, beto, carla], () => false)).toEqual([]);
  expect(winnersOf([{ userId: 'dora', points: 0 }], () => true)).toEqual([]);
});

it('a streak counts the days in a row up to the latest one', () => {
  const day = fc.uniqueArray(fc.constantFrom('ana', 'beto', 'carla'));
  let long = 0;
  fc.assert(
    fc.property(fc.array(day, { maxLength: 6 }), (days) => {
      const streaks = dailyStreaks(days.map((right) => new Set(right)));
      expect([...streaks.keys()].sort()).toEqual([...(days[0] ?? [])].sort());
      expect([...streaks.values()]).toEqual([...streaks.values()].sort((one, other) => other - one));
      for (const [userId, streak] of streaks) {
        const wasRight = days.map((right) => right.some((one) => one === userId));
        expect(wasRight.slice(0, streak)).not.toContain(false);
        expect(wasRight[streak] ?? false).toBe(false);
        long += Number(streak > 2);
      }
    }),
    { seed: 5 },
  );
  expect(long).toBeGreaterThan(10);
});

it('a question of the day never closes early', () => {
  expect(earlyClose(turnout({ isDaily: true, isFirst: true, picks: [picked('ana', 2000)] }))).toBeUndefined();
});

it('the difficulty follows a server’s picks once there are enough', () => {
  expect(learntDifficulty(2, { right: 19, answers: 19 })).toBe(2);
  expect(learntDifficulty(2, { right: 17, answers: 20 })).toBe(1);
  expect(learntDifficulty(2, { right: 6, answers: 20 })).toBe(3);
  expect(learntDifficulty(3, { right: 0, answers: 50 })).toBe(3);
  expect(learntDifficulty(1, { right: 50, answers: 50 })).toBe(1);
});

describe('a game ends', () => {
  const game: Standing = {
    mode: 'classic',
    target: 1000,
    rounds: 10,
    round: 4,
    unanswered: 0,
    best: 400,
    players: 3,
    survivors: 2,
    skipped: false,
  };
  it.each<[string, Partial<Standing>, string | undefined]>([
    ['not in the middle', {}, undefined],
    ['after its last question', { round: 10 }, 'played'],
    ['when two questions in a row are met with silence', { unanswered: 2 }, 'idle'],
    ['not after one', { unanswered: 1 }, undefined],
    ['when somebody reaches the target', { mode: 'first_to', best: 1000 }, 'won'],
    ['not a point before', { mode: 'first_to', best: 999 }, undefined],
    ['when one of several survives', { mode: 'survival', survivors: 1 }, 'won'],
    ['when nobody survives', { mode: 'survival', survivors: 0 }, 'won'],
    ['not while two survive', { mode: 'survival', survivors: 2 }, undefined],
    ['not while one plays alone and survives', { mode: 'survival', players: 1, survivors: 1 }, undefined],
    ['not for a skipped question', { mode: 'survival', survivors: 0, skipped: true }, undefined],
  ])('%s', (_, changes, reason) => {
    expect(endAfter({ ...game, ...changes })).toBe(reason);
  });
});
