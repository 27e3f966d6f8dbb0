import type { Language, Reply } from '../../contract/call.ts';
import { customId } from '../../contract/custom-id.ts';
import { type EndReason, isFault, type PlayedMode } from '../../game/game.ts';
import { HOST_WAIT_MS } from '../../game/host.ts';
import type { Theme } from '../../game/question.ts';
import { winnersOf } from '../../game/rules.ts';
import type { TeamName } from '../../game/teams.ts';
import { dealCall, joinCall, repeatCall } from '../../slash/trivia-calls.ts';
import type { Score } from '../../store/rankings.ts';
import { count, genreName, languageName } from '../../text/format.ts';
import { gameText } from '../../text/game.ts';
import { plain } from '../../text/sanitize.ts';
import { button, row } from '../components.ts';
import { colours } from '../embeds.ts';
import { type PersonNames, personIn } from '../person-name.ts';
import { joinLimited, scoreLines } from './lists.ts';
import { callButton, countdown } from './question-message.ts';
import { type LineUp, type TeamTable, teamFields, teamLabel, teamLines } from './team-table.ts';

/** A game that has just started. */
export interface StartedGame extends LineUp {
  readonly id: string;
  readonly mode: PlayedMode;
  readonly rounds: number;
  readonly target: number;
  readonly lives: number;
  readonly seconds: number;
  readonly theme: Theme;
  readonly startedBy: string;
  /** Whether the starter opens each question. */
  readonly isHosted: boolean;
  /** When the game begins at the latest, in milliseconds since 1970. */
  readonly beginsAt: number;
  /** Why the previous game ended. */
  readonly lastEndReason: EndReason | null;
}

/**
 * The public message at the start of a game: its starter, rules, theme and teams, and whether a fault ended the last game.
 * Anybody's press of a button of a team redraws it.
 */
export function startMessage(game: StartedGame, questions: number, language: Language): Reply {
  const t = gameText[language];
  const { teams, isHosted, names } = game;
  const starter = personIn(names, game.startedBy);
  const hasLobby = teams.length > 0 || isHosted;
  const lines = [
    t.starting(starter),
    '',
    t.rules[game.mode](game.rounds, { target: count(game.target, language), lives: game.lives }),
    t.howTo(game.seconds),
    ...(teams.length > 0 ? [t.teamRules] : []),
    ...(isHosted ? [t.hostRules(starter, HOST_WAIT_MS / 60_000)] : []),
    ...(hasLobby ? ['', t.beginsAt(starter, countdown(game.beginsAt))] : []),
    ...(isFault(game.lastEndReason) ? ['', t.endedBefore[game.lastEndReason]] : []),
  ];
  const theme = `${themeName(game.theme, language)} · ${t.pool(count(questions, language))}`;
  const embed = {
    color: colours.house,
    title: '🎬 Trivia',
    description: lines.join('\n'),
    fields: [{ name: t.theme, value: theme }, ...teamFields(game, language)],
  };
  const start = hasLobby ? [callButton(t.start, game.id, 0)] : [];
  const choose = (index: number, name: TeamName) =>
    button(
      teamLabel({ index, name }, language),
      customId('replace', joinCall, { partida: game.id, equipo: index }),
    );
  const others = [
    button(t.anyTeam, customId('replace', joinCall, { partida: game.id })),
    button(t.dealTeams, customId('replace', dealCall, { partida: game.id })),
  ];
  const rows =
    teams.length === 0 ? [start] : [teams.map((name, index) => choose(index, name)), [...others, ...start]];
  const components = rows.filter((buttons) => buttons.length > 0).map((buttons) => row(...buttons));
  return { embeds: [embed], components, ephemeral: false, shared: true };
}

/** A theme as text: "terror, años 1980, difícil". */
export function themeName(theme: Theme, language: Language): string {
  const { genre, decade, originalLanguage, difficulty, collection, person, kinds = [] } = theme;
  const t = gameText[language];
  const parts = [
    collection === undefined ? undefined : plain(collection.name),
    person === undefined ? undefined : t.themeFilmsOf(plain(person.name)),
    genre === undefined ? undefined : genreName(genre, language),
    decade === undefined ? undefined : t.themeDecade(decade),
    ...kinds.map((kind) => t.kinds[kind]),
    originalLanguage === undefined ? undefined : t.themeLanguage(languageName(originalLanguage, language)),
  ].filter((part) => part !== undefined);
  const films = parts.length === 0 ? t.anyTheme : parts.join(', ');
  return difficulty === undefined ? films : `${films}, ${t.themeDifficulty[difficulty]}`;
}

/** Limits of the winners of a tie, and the number of people in the final scores. */
const TIE = { separator: ', ', maxItems: 40, maxLength: 1500 } as const;
const MAX_SCORES = 10;

/** The result of a game. */
export interface GameResult {
  readonly gameId: string;
  readonly reason: EndReason;
  readonly scores: readonly Score[];
  /** Undefined if everybody plays for themselves. */
  readonly teams: TeamTable | undefined;
  readonly names: PersonNames;
  /** In survival, the people who are still in. Undefined in other modes, and if the game was cut short. */
  readonly survivors: ReadonlySet<string> | undefined;
}

/** The message at the end of a game: the reason, the winner, the scores and a button that starts the game again. */
export function endMessage(result: GameResult, language: Language): Reply {
  const { gameId, reason, scores, teams, names } = result;
  const t = gameText[language];
  const table = teams
    ? teamLines(teams, scores, { names }, language)
    : scoreLines(scores, MAX_SCORES, { names }, language);
  const nobodySurvived = scores.length > 0 && result.survivors?.size === 0;
  const embed = {
    color: colours.house,
    title: t.over,
    description: nobodySurvived
      ? t.nobodySurvived
      : [t.ends[reason], winnerLine(result, language)].join('\n'),
    ...(scores.length === 0 ? {} : { fields: [{ name: t.finalTable, value: table }] }),
  };
  const again = button(t.playAgain, customId('add', repeatCall, { partida: gameId }));
  return { embeds: [embed], components: [row(again)] };
}

function winnerLine(result: GameResult, language: Language): string {
  const t = gameText[language];
  const { teams } = result;
  const winners = teams ? winningTeams(result, teams, language) : winningPeople(result);
  const [winner] = winners;
  if (winner === undefined) return t.noWinner;
  if (winners.length > 1) return t.tie(joinLimited(winners, TIE, language));
  return teams ? t.winningTeam(winner) : t.winner(winner);
}

const winningPeople = ({ scores, survivors, names }: GameResult): string[] =>
  winnersOf(scores, ({ userId }) => survivors?.has(userId) !== false).map(({ userId }) =>
    personIn(names, userId),
  );

function winningTeams({ survivors }: GameResult, { names, members, scores }: TeamTable, language: Language) {
  const surviving = survivors && new Set([...survivors].map((userId) => members.get(userId)));
  return winnersOf(scores, ({ team }) => surviving?.has(team) !== false).map(
    ({ team }) => `**${teamLabel({ index: team, name: names[team] }, language)}**`,
  );
}
