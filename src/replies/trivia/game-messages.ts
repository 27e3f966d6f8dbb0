import { ActionRowBuilder, ButtonBuilder, EmbedBuilder } from '@discordjs/builders';
import { ButtonStyle } from 'discord-api-types/v10';
import type { Language, Reply } from '../../command.ts';
import { customId } from '../../lib/custom-id.ts';
import type { Score } from '../../store/rankings.ts';
import { type EndReason, isFault, type Mode } from '../../store/schema.ts';
import type { Theme } from '../../trivia/questions/question.ts';
import { colours } from '../colours.ts';
import { count, genreName, languageName } from '../format.ts';
import { personMention, tableLines } from './table.ts';
import { words as wordsOf } from './words.ts';

/** A game that has just been started; `before` is why the last one before it ended. */
export interface StartedGame {
  readonly mode: Mode;
  readonly rounds: number;
  readonly target: number;
  readonly seconds: number;
  readonly theme: Theme;
  readonly startedBy: string;
  readonly before: EndReason | null;
}

/** What everybody sees when a game starts: who opened it, its rules and its theme; and whether a fault ended the last. */
export function startMessage(game: StartedGame, questions: number, language: Language): Reply {
  const words = wordsOf[language];
  const lines = [
    words.starting(personMention(game.startedBy)),
    '',
    words.rules[game.mode](game.rounds, count(game.target, language)),
    words.howTo(game.seconds),
    ...(isFault(game.before) ? ['', words.endedBefore[game.before]] : []),
  ];
  const embed = new EmbedBuilder()
    .setColor(colours.house)
    .setTitle('🎬 Trivia')
    .setDescription(lines.join('\n'))
    .addFields({
      name: words.theme,
      value: `${themeName(game.theme, language)} · ${words.pool(count(questions, language))}`,
    });
  return { embeds: [embed.toJSON()] };
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

/** The end of a game: why, who won, the whole table, and a button that starts the same game again. */
export function endMessage(
  { reason, table, gameId }: { reason: EndReason; table: readonly Score[]; gameId: string },
  language: Language,
): Reply {
  const words = wordsOf[language];
  const embed = new EmbedBuilder()
    .setColor(colours.house)
    .setTitle(words.over)
    .setDescription([words.ends[reason], winnerLine(table, language)].join('\n'));
  if (table.length > 0)
    embed.addFields({ name: words.table, value: tableLines(table.slice(0, 10), language) });
  const button = new ButtonBuilder()
    .setStyle(ButtonStyle.Secondary)
    .setLabel(words.playAgain)
    .setCustomId(customId('add', 'repetir', { partida: gameId }));
  return {
    embeds: [embed.toJSON()],
    components: [new ActionRowBuilder<ButtonBuilder>().addComponents(button).toJSON()],
  };
}

function winnerLine(table: readonly Score[], language: Language): string {
  const words = wordsOf[language];
  const [first] = table;
  if (first === undefined || first.points === 0) return words.noWinner;
  const best = table.filter(({ points }) => points === first.points);
  const people = best.map(({ userId }) => personMention(userId)).join(', ');
  return best.length === 1 ? words.winner(people) : words.tie(people);
}
