import type { Language, Reply } from '../../contract/call.ts';
import { customId } from '../../contract/custom-id.ts';
import { type EndReason, isFault, type Mode } from '../../game/game.ts';
import type { Theme } from '../../game/question.ts';
import { repeatCall } from '../../slash/calls.ts';
import type { Score } from '../../store/rankings.ts';
import { count, genreName, languageName } from '../../text/format.ts';
import { gameText } from '../../text/game.ts';
import { button, row } from '../components.ts';
import { colours } from '../embeds.ts';
import { type PersonNames, personIn } from '../person-name.ts';
import { listed, tableLines } from './lists.ts';

/** A new game; `before` is the end reason of the previous game. */
interface StartedGame {
  readonly mode: Mode;
  readonly rounds: number;
  readonly target: number;
  readonly seconds: number;
  readonly theme: Theme;
  readonly startedBy: { readonly id: string; readonly name: string };
  readonly before: EndReason | null;
}

/** The announcement of a game: who started it, its rules and its theme; and whether a fault ended the previous game. */
export function startMessage(game: StartedGame, questions: number, language: Language): Reply {
  const t = gameText[language];
  const { startedBy } = game;
  const lines = [
    t.starting(personIn(new Map([[startedBy.id, startedBy.name]]), startedBy.id)),
    '',
    t.rules[game.mode](game.rounds, count(game.target, language)),
    t.howTo(game.seconds),
    ...(isFault(game.before) ? ['', t.endedBefore[game.before]] : []),
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

/** The theme as text: "terror, años 1980, difícil". */
function themeName(theme: Theme, language: Language): string {
  const { genre, decade, originalLanguage, difficulty, kinds = [] } = theme;
  const t = gameText[language];
  const parts = [
    genre === undefined ? undefined : genreName(genre, language),
    decade === undefined ? undefined : t.themeDecade(decade),
    ...kinds.map((kind) => t.kinds[kind]),
    originalLanguage === undefined ? undefined : t.themeLanguage(languageName(originalLanguage, language)),
  ].filter((part) => part !== undefined);
  const subject = parts.length === 0 ? t.anyTheme : parts.join(', ');
  return difficulty === undefined ? subject : `${subject}, ${t.themeDifficulty[difficulty]}`;
}

/** The list of players in a tie, and the rows of the final table. */
const TIE = { between: ', ', most: 40, limit: 1500 } as const;
const TABLE = 10;

/** The end of a game: the reason, the winner, the final table, and a button that starts the same game again. */
export function endMessage(
  {
    reason,
    table,
    names,
    gameId,
  }: { reason: EndReason; table: readonly Score[]; names: PersonNames; gameId: string },
  language: Language,
): Reply {
  const t = gameText[language];
  const embed = {
    color: colours.house,
    title: t.over,
    description: [t.ends[reason], winnerLine(table, names, language)].join('\n'),
    ...(table.length === 0
      ? {}
      : { fields: [{ name: t.table, value: tableLines(table, TABLE, names, language) }] }),
  };
  const again = button(t.playAgain, customId('add', repeatCall, { partida: gameId }));
  return { embeds: [embed], components: [row(again)] };
}

function winnerLine(table: readonly Score[], names: PersonNames, language: Language): string {
  const t = gameText[language];
  const [first] = table;
  if (first === undefined || first.points === 0) return t.noWinner;
  const best = table.filter(({ points }) => points === first.points);
  const people = best.map(({ userId }) => personIn(names, userId));
  return best.length === 1 ? t.winner(people.join()) : t.tie(listed(people, TIE, language));
}
