import type { Language, Reply } from '../../contract/call.ts';
import { customId } from '../../contract/custom-id.ts';
import { type EndReason, isFault, type PlayedMode } from '../../game/game.ts';
import type { Theme } from '../../game/question.ts';
import { winnersOf } from '../../game/rules.ts';
import { repeatCall } from '../../slash/trivia-calls.ts';
import type { Score } from '../../store/rankings.ts';
import { count, genreName, languageName } from '../../text/format.ts';
import { gameText } from '../../text/game.ts';
import { button, row } from '../components.ts';
import { colours } from '../embeds.ts';
import { type PersonNames, personIn } from '../person-name.ts';
import { joinLimited, scoreLines } from './lists.ts';

/** A game that has just started. */
export interface StartedGame {
  readonly mode: PlayedMode;
  readonly rounds: number;
  readonly target: number;
  readonly lives: number;
  readonly seconds: number;
  readonly theme: Theme;
  readonly startedBy: { readonly id: string; readonly name: string };
  /** Why the previous game ended. */
  readonly lastEndReason: EndReason | null;
}

/** The public message at the start of a game: its starter, rules and theme, and whether a fault ended the last game. */
export function startMessage(game: StartedGame, questions: number, language: Language): Reply {
  const t = gameText[language];
  const { startedBy } = game;
  const lines = [
    t.starting(personIn(new Map([[startedBy.id, startedBy.name]]), startedBy.id)),
    '',
    t.rules[game.mode](game.rounds, { target: count(game.target, language), lives: game.lives }),
    t.howTo(game.seconds),
    ...(isFault(game.lastEndReason) ? ['', t.endedBefore[game.lastEndReason]] : []),
  ];
  const theme = `${themeName(game.theme, language)} · ${t.pool(count(questions, language))}`;
  const embed = {
    color: colours.house,
    title: '🎬 Trivia',
    description: lines.join('\n'),
    fields: [{ name: t.theme, value: theme }],
  };
  return { embeds: [embed], ephemeral: false };
}

/** A theme as text: "terror, años 1980, difícil". */
export function themeName(theme: Theme, language: Language): string {
  const { genre, decade, originalLanguage, difficulty, kinds = [] } = theme;
  const t = gameText[language];
  const parts = [
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
  readonly names: PersonNames;
  /** In survival, the people who are still in. Undefined in other modes, and if the game was cut short. */
  readonly survivors: ReadonlySet<string> | undefined;
}

/** The message at the end of a game: the reason, the winner, the scores and a button that starts the game again. */
export function endMessage(result: GameResult, language: Language): Reply {
  const { gameId, reason, scores, names } = result;
  const t = gameText[language];
  const nobodySurvived = scores.length > 0 && result.survivors?.size === 0;
  const embed = {
    color: colours.house,
    title: t.over,
    description: nobodySurvived
      ? t.nobodySurvived
      : [t.ends[reason], winnerLine(result, language)].join('\n'),
    ...(scores.length === 0
      ? {}
      : { fields: [{ name: t.finalTable, value: scoreLines(scores, MAX_SCORES, { names }, language) }] }),
  };
  const again = button(t.playAgain, customId('add', repeatCall, { partida: gameId }));
  return { embeds: [embed], components: [row(again)] };
}

function winnerLine({ scores, survivors, names }: GameResult, language: Language): string {
  const t = gameText[language];
  const people = winnersOf(scores, survivors).map(({ userId }) => personIn(names, userId));
  if (people.length === 0) return t.noWinner;
  return people.length === 1 ? t.winner(people.join()) : t.tie(joinLimited(people, TIE, language));
}
