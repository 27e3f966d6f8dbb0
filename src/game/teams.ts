import { shuffle } from '../lib/random.ts';

/** The names of teams, from the worlds of films. The store has these keys; the texts have the names. */
export const TEAM_NAMES = [
  'corleone',
  'rebels',
  'hobbits',
  'goonies',
  'ghostbusters',
  'gremlins',
  'minions',
  'replicants',
  'incredibles',
  'tenenbaums',
  'toys',
  'pirates',
] as const;
export type TeamName = (typeof TEAM_NAMES)[number];

/** A person in a team; teams are counted from 0. Lists of members are in the order in which they joined. */
export interface Member {
  readonly userId: string;
  readonly team: number;
}

/** The points of a team's members at one question, and how many of them answered. */
export interface TeamRound {
  readonly team: number;
  readonly points: number;
  readonly answers: number;
}

export interface TeamScore {
  readonly team: number;
  readonly points: number;
}

/** Draws the names of a game's teams. */
export const drawTeamNames = (teams: number, random: () => number): TeamName[] =>
  shuffle(TEAM_NAMES, random).slice(0, teams);

/** The team with the fewest members; the first of several. */
export function smallestTeam(members: readonly Member[], teams: number): number {
  const sizes = sizesOf(members, teams);
  return sizes.indexOf(Math.min(...sizes));
}

/** Moves the people who joined the largest teams last to the smallest, until sizes differ by at most one. */
export function levelTeams(members: readonly Member[], teams: number): Member[] {
  const levelled = [...members];
  for (;;) {
    const sizes = sizesOf(levelled, teams);
    const [most, fewest] = [Math.max(...sizes), Math.min(...sizes)];
    if (most - fewest < 2) return levelled;
    const last = levelled.findLastIndex(({ team }) => team === sizes.indexOf(most));
    levelled.splice(last, 1, { userId: levelled[last]?.userId ?? '', team: sizes.indexOf(fewest) });
  }
}

/** Deals all members out by chance; sizes differ by at most one. */
export const dealTeams = (members: readonly Member[], teams: number, random: () => number): Member[] =>
  shuffle(members, random).map(({ userId }, index) => ({ userId, team: index % teams }));

/**
 * The points of a team at one question: the mean of the members who answered. So a large team has no advantage, nobody gains
 * by spreading over the options, and a member who leaves costs nothing.
 */
export const teamPoints = ({ points, answers }: TeamRound): number =>
  answers === 0 ? 0 : Math.round(points / answers);

/** The scores of all teams after these questions, best first. */
export function teamScores(rounds: readonly TeamRound[], teams: number): TeamScore[] {
  const scores = Array.from({ length: teams }, (_, team) => ({
    team,
    points: rounds.filter((round) => round.team === team).reduce((sum, round) => sum + teamPoints(round), 0),
  }));
  return scores.sort((a, b) => b.points - a.points);
}

const sizesOf = (members: readonly Member[], teams: number): number[] =>
  Array.from({ length: teams }, (_, team) => members.filter((member) => member.team === team).length);
