import type { APIEmbedField } from 'discord-api-types/v10';
import type { Language } from '../../contract/call.ts';
import { type Member, type TeamName, type TeamScore, teamPoints } from '../../game/teams.ts';
import type { RoundPick, Score } from '../../store/rankings.ts';
import { count } from '../../text/format.ts';
import { gameText } from '../../text/game.ts';
import { type PersonNames, personIn } from '../person-name.ts';
import { joinLimited, livesMark, rankMark, type ShownPeople } from './lists.ts';

const COLOURS = ['🟥', '🟦', '🟩', '🟨'];

/** A team by its place, which gives its colour, and its name. */
export interface Team {
  readonly index: number;
  readonly name: TeamName | undefined;
}

/** The teams of a game, and their scores, best first. */
export interface TeamTable {
  readonly names: readonly TeamName[];
  /** Each person's team. */
  readonly members: ReadonlyMap<string, number>;
  readonly scores: readonly TeamScore[];
}

/** The members of a game's teams. */
export interface LineUp {
  /** Empty if everybody plays for themselves. */
  readonly teams: readonly TeamName[];
  readonly members: readonly Member[];
  /** The names of people by id; some may be missing. */
  readonly names: PersonNames;
}

export const teamsByPerson = (members: readonly Member[]): ReadonlyMap<string, number> =>
  new Map(members.map(({ userId, team }) => [userId, team]));

/** The team of a person; undefined if everybody plays for themselves. */
export function teamOf(table: TeamTable | undefined, userId: string): Team | undefined {
  const index = table?.members.get(userId);
  return table === undefined || index === undefined ? undefined : { index, name: table.names[index] };
}

/** "🟥 Los Corleone" */
export const teamLabel = ({ index, name }: Team, language: Language): string =>
  `${COLOURS[index] ?? ''} ${name === undefined ? '' : gameText[language].teamNames[name]}`;

/** Limits of the members of a team. */
const MEMBERS = { separator: '\n', maxItems: 15, maxLength: 700 } as const;

/** A field for each team, with its members. */
export const teamFields = ({ teams, members, names }: LineUp, language: Language): APIEmbedField[] =>
  teams.map((name, index) => {
    const own = members.filter(({ team }) => team === index).map(({ userId }) => personIn(names, userId));
    return {
      name: teamLabel({ index, name }, language),
      value: own.length === 0 ? gameText[language].nobodyYet : joinLimited(own, MEMBERS, language),
      inline: true,
    };
  });

/** Limits of the people who scored, in one line a team: four teams fit into a field. */
const SCORERS = { separator: ', ', maxItems: 4, maxLength: 200 } as const;

/** The scores of teams for an embed field: a line for each team, and a line with the members who scored. */
export function teamLines(
  table: TeamTable,
  people: readonly Score[],
  shown: ShownPeople,
  language: Language,
): string {
  const lines = table.scores.flatMap(({ team, points }, place) => {
    const label = teamLabel({ index: team, name: table.names[team] }, language);
    const scorers = people
      .filter((person) => table.members.get(person.userId) === team && person.points > 0)
      .map((person) => scorer(person, shown, language));
    return [
      `${rankMark(place, points)} ${label} · ${gameText[language].points(count(points, language))}`,
      ...(scorers.length === 0 ? [] : [joinLimited(scorers, SCORERS, language)]),
    ];
  });
  return lines.join('\n');
}

/** "Ana (<@1>) 300 ❤️❤️" */
const scorer = ({ userId, points }: Score, { names, lives }: ShownPeople, language: Language): string =>
  [personIn(names, userId), count(points, language), ...livesMark(lives?.get(userId))].join(' ');

/** The points of the teams that scored in a round: "🟥 +65 · 🟩 +120". Undefined if none did. */
export function teamGains({ names, members }: TeamTable, picks: readonly RoundPick[]): string | undefined {
  const gains = names.flatMap((_, team) => {
    const own = picks.filter(({ userId }) => members.get(userId) === team);
    const total = own.reduce((sum, { points }) => sum + points, 0);
    const gain = teamPoints({ team, points: total, answers: own.length });
    return gain === 0 ? [] : [`${COLOURS[team]} +${gain}`];
  });
  return gains.length === 0 ? undefined : gains.join(' · ');
}
