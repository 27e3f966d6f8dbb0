import type { Language, Reply } from '../../contract/call.ts';
import { customId } from '../../contract/custom-id.ts';
import { type EndReason, isFault, type Mode } from '../../game/game.ts';
import type { Theme } from '../../game/question.ts';
import { repeatCall } from '../../slash/calls.ts';
import type { Score } from '../../store/rankings.ts';
import { count, genreName, languageName } from '../../text/format.ts';
import { gameText as wordsOf } from '../../text/game.ts';
import { button, row } from '../components.ts';
import { colours } from '../embeds.ts';
import { type PersonNames, personIn } from '../person-name.ts';
import { listed } from './listed.ts';
import { tableLines } from './table.ts';

/** A game that has just been started; `before` is why the last one before it ended. */
export interface StartedGame {
  readonly mode: Mode;
  readonly rounds: number;
  readonly target: number;
  readonly seconds: number;
  readonly theme: Theme;
  readonly startedBy: { readonly id: string; readonly name: string };
  readonly before: EndReason | null;
}

/** What everybody sees when a game starts: who opened it, its rules and its theme; and whether a fault ended the last. */
export function startMessage(game: StartedGame, questions: number, language: Language): Reply {
  const words = wordsOf[language];
  const { startedBy } = game;
  const lines = [
    words.starting(personIn(new Map([[startedBy.id, startedBy.name]]), startedBy.id)),
    '',
    words.rules[game.mode](game.rounds, count(game.target, language)),
    words.howTo(game.seconds),
    ...(isFault(game.before) ? ['', words.endedBefore[game.before]] : []),
  ];
  const theme = `${themeName(game.theme, language)} · ${words.pool(count(questions, language))}`;
  const embed = {
    color: colours.house,
    title: '🎬 Trivia',
    description: lines.join('\n'),
    fields: [{ name: words.theme, value: theme }],
  };
  return { embeds: [embed], ephemeral: false };
}

/** A theme in words: "terror, años 1980, difícil". */
export function themeName(theme: Theme, language: Language): string {
  const { genre, decade, originalLanguage, difficulty, kinds = [] } = theme;
  const words = wordsOf[language];
  const parts = [
    genre === undefined ? undefined : genreName(genre, language),
    decade === undefined ? undefined : words.themeDecade(decade),
    ...kinds.map((kind) => words.kinds[kind]),
    originalLanguage === undefined
      ? undefined
      : words.themeLanguage(languageName(originalLanguage, language)),
  ].filter((part) => part !== undefined);
  const what = parts.length === 0 ? words.anyTheme : parts.join(', ');
  return difficulty === undefined ? what : `${what}, ${words.themeDifficulty[difficulty]}`;
}

/** People of a tie who are named; in the table at the end of a game. */
const TIE = { between: ', ', most: 40, limit: 1500 } as const;
const TABLE = 10;

/** The end of a game: why, who won, the whole table, and a button that starts the same game again. */
export function endMessage(
  {
    reason,
    table,
    names,
    gameId,
  }: { reason: EndReason; table: readonly Score[]; names: PersonNames; gameId: string },
  language: Language,
): Reply {
  const words = wordsOf[language];
  const embed = {
    color: colours.house,
    title: words.over,
    description: [words.ends[reason], winnerLine(table, names, language)].join('\n'),
    ...(table.length === 0
      ? {}
      : { fields: [{ name: words.table, value: tableLines(table, TABLE, names, language) }] }),
  };
  const again = button(words.playAgain, customId('add', repeatCall, { partida: gameId }));
  return { embeds: [embed], components: [row(again)] };
}

function winnerLine(table: readonly Score[], names: PersonNames, language: Language): string {
  const words = wordsOf[language];
  const [first] = table;
  if (first === undefined || first.points === 0) return words.noWinner;
  const best = table.filter(({ points }) => points === first.points);
  const people = best.map(({ userId }) => personIn(names, userId));
  return best.length === 1 ? words.winner(people.join()) : words.tie(listed(people, TIE, language));
}
