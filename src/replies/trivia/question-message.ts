import { ActionRowBuilder, ButtonBuilder, EmbedBuilder } from '@discordjs/builders';
import { ButtonStyle } from 'discord-api-types/v10';
import type { Reply } from '../../command.ts';
import { customId } from '../../lib/custom-id.ts';
import type { RoundPick, Score } from '../../store/rankings.ts';
import type { Question } from '../../trivia/questions/question.ts';
import { colours } from '../colours.ts';
import { count, oneDecimal, plain } from '../format.ts';
import { personMention, tableLines } from './table.ts';
import { words as wordsOf } from './words.ts';

/** What of a round its message shows. */
export interface ShownRound {
  readonly question: Question;
  readonly token: string;
  readonly number: number;
  /** The last round there can be; null where the game ends by points or by misses. */
  readonly rounds: number | null;
  readonly difficulty: number;
  /** How many of the question's steps are revealed. */
  readonly steps: number;
  readonly hinted: boolean;
  /** When it closes, in milliseconds since 1970. */
  readonly closesAt: number;
}

/** The most a question can earn, without a streak: the base and half of it for speed. */
const most = (difficulty: number) => 150 * difficulty;

/** A question that is open: its text, what was revealed, and a button for each option. */
export function questionMessage(round: ShownRound): Reply {
  const { question, token } = round;
  const words = wordsOf[question.language];
  const embed = heading(round)
    .setDescription([body(round), words.closes(`<t:${Math.ceil(round.closesAt / 1000)}:R>`)].join('\n\n'))
    .setFooter({ text: words.worth(count(most(round.difficulty), question.language)) });
  const options = question.options.map(({ label }, index) =>
    new ButtonBuilder()
      .setStyle(ButtonStyle.Primary)
      .setLabel(label)
      .setCustomId(customId('add', 'responder', { ronda: token, opcion: index })),
  );
  const wish = (what: 'hint' | 'skip', label: string) =>
    new ButtonBuilder()
      .setStyle(ButtonStyle.Secondary)
      .setLabel(label)
      .setCustomId(customId('add', 'votar', { ronda: token, voto: what }));
  const wishes = [...(round.hinted ? [] : [wish('hint', words.askHint)]), wish('skip', words.askSkip)];
  return { embeds: [embed.toJSON()], components: [row(options), row(wishes)] };
}

/** A question that is closed: the answer, who was right, the fastest, and the table so far. */
export function answerMessage(
  round: ShownRound,
  {
    picks,
    table,
    pause,
    skipped,
  }: { picks: readonly RoundPick[]; table: readonly Score[]; pause: number | null; skipped: boolean },
): Reply {
  const { question } = round;
  const words = wordsOf[question.language];
  const answer = question.options[question.answer]?.label ?? '';
  const lines = [words.answerWas(plain(answer)), ...outcome(picks, skipped, question.language)];
  const embed = heading(round).setDescription(
    [body({ ...round, steps: Number.POSITIVE_INFINITY }), lines.join('\n')].join('\n\n'),
  );
  if (table.length > 0)
    embed.addFields({ name: words.table, value: tableLines(table.slice(0, 5), question.language) });
  if (pause !== null) embed.setFooter({ text: words.moreToCome(pause) });
  const card = new ButtonBuilder()
    .setStyle(ButtonStyle.Secondary)
    .setLabel(words.openCard)
    .setCustomId(customId('add', 'pelicula', { titulo: `#${question.filmId}` }));
  return { embeds: [embed.toJSON()], components: [row([card])] };
}

function heading({ question, number, rounds }: ShownRound): EmbedBuilder {
  const words = wordsOf[question.language];
  return new EmbedBuilder()
    .setColor(colours.house)
    .setTitle(rounds === null ? words.questionOfMany(number) : words.question(number, rounds));
}

function body({ question, steps, hinted }: ShownRound): string {
  const words = wordsOf[question.language];
  const revealed = (question.steps ?? []).slice(0, steps).map((step) => `• ${step}`);
  const hint = hinted ? [`💡 *${words.hint}:* ${question.hint}`] : [];
  return [question.text, ...revealed, ...hint].join('\n');
}

function outcome(picks: readonly RoundPick[], skipped: boolean, language: Question['language']): string[] {
  const words = wordsOf[language];
  if (skipped && picks.length === 0) return [words.skipped];
  if (picks.length === 0) return [words.nobodyAnswered];
  const right = picks.filter(({ correct }) => correct);
  const [fastest] = right;
  if (fastest === undefined) return [words.nobodyRight];
  const people = right.slice(0, 10).map(({ userId, points }) => `${personMention(userId)} +${points}`);
  const others = right.length > 10 ? ` +${right.length - 10}` : '';
  const streak = right.reduce((best, one) => (one.streak > best.streak ? one : best), fastest);
  return [
    words.rightOnes(people.join(', ') + others),
    ...(right.length > 1
      ? [words.fastest(personMention(fastest.userId), oneDecimal(fastest.ms / 1000, language))]
      : []),
    ...(streak.streak > 2 ? [words.streakOf(personMention(streak.userId), streak.streak)] : []),
  ];
}

const row = (buttons: ButtonBuilder[]) =>
  new ActionRowBuilder<ButtonBuilder>().addComponents(buttons).toJSON();
