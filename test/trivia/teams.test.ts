import fc from 'fast-check';
import { expect, it } from 'vitest';
import { awaitsHost, firstWait } from '../../src/game/host.ts';
import {
  dealTeams,
  drawTeamNames,
  levelTeams,
  type Member,
  smallestTeam,
  TEAM_NAMES,
  teamPoints,
  teamScores,
} from '../../src/game/teams.ts';
import { seededRandom } from '../../src/lib/random.ts';

const teams = fc.integer({ min: 2, max: 4 });
const crowd = teams.chain((count) =>
  fc.record({
    count: fc.constant(count),
    members: fc
      .array(fc.nat({ max: count - 1 }), { maxLength: 40 })
      .map((places) => places.map((team, index): Member => ({ userId: `p${index}`, team }))),
  }),
);
const sizes = (members: readonly Member[], count: number) =>
  Array.from({ length: count }, (_, team) => members.filter((member) => member.team === team).length);
const spread = (members: readonly Member[], count: number) =>
  Math.max(...sizes(members, count)) - Math.min(...sizes(members, count));
const people = (members: readonly Member[]) => members.map(({ userId }) => userId).sort();

it('teams are even after they are levelled: nobody is lost, and as few as possible move, those who joined last', () => {
  let moved = 0;
  fc.assert(
    fc.property(crowd, ({ count, members }) => {
      const levelled = levelTeams(members, count);
      expect(spread(levelled, count)).toBeLessThanOrEqual(1);
      expect(levelled.map(({ userId }) => userId)).toEqual(members.map(({ userId }) => userId));
      const movers = members.filter(({ team }, index) => levelled[index]?.team !== team);
      moved += movers.length;
      const largest = Math.ceil(members.length / count);
      const excess = sizes(members, count).reduce((sum, size) => sum + Math.max(0, size - largest), 0);
      const missing = sizes(members, count).reduce(
        (sum, size) => sum + Math.max(0, Math.floor(members.length / count) - size),
        0,
      );
      expect(movers).toHaveLength(Math.max(excess, missing));
      for (const { userId, team } of movers) {
        const own = members.filter((member) => member.team === team);
        const stayed = own.filter((member) => !movers.includes(member));
        const place = (id: string) => own.findIndex((member) => member.userId === id);
        for (const other of stayed) expect(place(other.userId)).toBeLessThan(place(userId));
      }
    }),
    { seed: 5 },
  );
  expect(moved).toBeGreaterThan(50);
});

it('teams that are dealt out are even and have the same people; latecomers keep them even', () => {
  fc.assert(
    fc.property(crowd, fc.integer(), fc.nat({ max: 9 }), ({ count, members }, seed, late) => {
      const dealt = dealTeams(members, count, seededRandom(seed));
      expect(spread(dealt, count)).toBeLessThanOrEqual(1);
      expect(people(dealt)).toEqual(people(members));
      for (let index = 0; index < late; index++)
        dealt.push({ userId: `late${index}`, team: smallestTeam(dealt, count) });
      expect(spread(dealt, count)).toBeLessThanOrEqual(1);
    }),
    { seed: 5 },
  );
});

it('a team’s points are the mean of those who answered: its size does not matter, and silence costs nothing', () => {
  expect(teamPoints({ team: 0, points: 0, answers: 0 })).toBe(0);
  expect(teamPoints({ team: 0, points: 150, answers: 1 })).toBe(150);
  expect(teamPoints({ team: 0, points: 150, answers: 2 })).toBe(75);
  const answers = fc.array(fc.nat({ max: 510 }), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(answers, fc.integer({ min: 2, max: 5 }), (points, times) => {
      const total = points.reduce((sum, one) => sum + one, 0);
      const team = teamPoints({ team: 0, points: total, answers: points.length });
      expect(team).toBeGreaterThanOrEqual(Math.min(...points));
      expect(team).toBeLessThanOrEqual(Math.max(...points));
      expect(teamPoints({ team: 0, points: total * times, answers: points.length * times })).toBe(team);
    }),
    { seed: 5 },
  );
});

it('the scores of teams add up over the questions, best first, and every team has one', () => {
  const rounds = [
    { team: 1, points: 150, answers: 2 },
    { team: 0, points: 100, answers: 1 },
    { team: 1, points: 90, answers: 1 },
  ];
  expect(teamScores(rounds, 3)).toEqual([
    { team: 1, points: 165 },
    { team: 0, points: 100 },
    { team: 2, points: 0 },
  ]);
  const drawn = drawTeamNames(4, seededRandom(1));
  expect(new Set(drawn).size).toBe(4);
  expect(TEAM_NAMES).toEqual(expect.arrayContaining(drawn));
});

it('a game waits for its host until the next question is called, and not at all once the host’s data are erased', () => {
  const room = { host: 1 as const, started_by: 'ana', round: 3, called_round: 3 };
  expect(awaitsHost(room)).toBe(true);
  expect(awaitsHost({ ...room, called_round: 4 })).toBe(false);
  expect(awaitsHost({ ...room, host: 0 })).toBe(false);
  expect(awaitsHost({ ...room, started_by: '' })).toBe(false);
  expect(firstWait({ host: 0, teams: null, pause: 5 })).toBe(5000);
  expect(firstWait({ host: 0, teams: '[]', pause: 5 })).toBe(60_000);
  expect(firstWait({ host: 1, teams: '[]', pause: 5 })).toBe(300_000);
  expect(firstWait({ host: 1, teams: null, pause: 5, called_round: 1 })).toBe(0);
});
