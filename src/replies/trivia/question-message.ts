import type { APIEmbed } from 'discord-api-types/v10';
import type { Reply } from '../../contract/call.ts';
import { customId } from '../../contract/custom-id.ts';
import type { Question } from '../../game/question.ts';
import { filmCall, pickCall, voteCall } from '../../slash/calls.ts';
import type { RoundPick, Score } from '../../store/rankings.ts';
import { count, oneDecimal } from '../../text/format.ts';
import { gameText as wordsOf } from '../../text/game.ts';
import { plain } from '../../text/sanitize.ts';
import { button, row } from '../components.ts';
import { colours } from '../embeds.ts';
import { type PersonNames, personIn } from '../person-name.ts';
import { listed } from './listed.ts';
import { tableLines } from './table.ts';

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
  const embed = {
    ...heading(round),
    description: [body(round), words.closes(`<t:${Math.ceil(round.closesAt / 1000)}:R>`)].join('\n\n'),
    footer: { text: words.worth(count(most(round.difficulty), question.language)) },
  };
  const options = question.options.map(({ label }, index) =>
    button(label, customId('add', pickCall, { ronda: token, opcion: index }), { style: 'primary' }),
  );
  const wish = (what: 'hint' | 'skip', label: string) =>
    button(label, customId('add', voteCall, { ronda: token, voto: what }));
  const wishes = [...(round.hinted ? [] : [wish('hint', words.askHint)]), wish('skip', words.askSkip)];
  return { embeds: [embed], components: [row(...options), row(...wishes)] };
}

/** What is shown of a round that is over; `pause` is in seconds, null after the last one. */
export interface RoundResult {
  readonly picks: readonly RoundPick[];
  readonly table: readonly Score[];
  readonly names: PersonNames;
  readonly pause: number | null;
  readonly skipped: boolean;
}

/** People who were right that are named, and places of the table that are shown between two questions. */
const RIGHT = { between: ', ', most: 10, limit: 1000 } as const;
const TABLE = 5;

/** A question that is closed: the answer, who was right, the fastest, and the table so far. */
export function answerMessage(round: ShownRound, result: RoundResult): Reply {
  const { question } = round;
  const { table, names, pause } = result;
  const words = wordsOf[question.language];
  const answer = question.options[question.answer]?.label ?? '';
  const lines = [words.answerWas(plain(answer)), ...outcome(result, question.language)];
  const whole = body({ ...round, steps: Number.POSITIVE_INFINITY });
  const embed = {
    ...heading(round),
    description: [whole, lines.join('\n')].join('\n\n'),
    ...(table.length === 0
      ? {}
      : { fields: [{ name: words.table, value: tableLines(table, TABLE, names, question.language) }] }),
    ...(pause === null ? {} : { footer: { text: words.moreToCome(pause) } }),
  };
  const card = button(words.openCard, customId('add', filmCall, { titulo: `#${question.filmId}` }));
  return { embeds: [embed], components: [row(card)] };
}

function heading({ question, number, rounds }: ShownRound): APIEmbed {
  const words = wordsOf[question.language];
  const title = rounds === null ? words.questionOfMany(number) : words.question(number, rounds);
  return { color: colours.house, title };
}

function body({ question, steps, hinted }: ShownRound): string {
  const words = wordsOf[question.language];
  const revealed = (question.steps ?? []).slice(0, steps).map((step) => `• ${step}`);
  const hint = hinted ? [`💡 *${words.hint}:* ${question.hint}`] : [];
  return [question.text, ...revealed, ...hint].join('\n');
}

function outcome({ picks, names, skipped }: RoundResult, language: Question['language']): string[] {
  const words = wordsOf[language];
  if (skipped && picks.length === 0) return [words.skipped];
  if (picks.length === 0) return [words.nobodyAnswered];
  const right = picks.filter(({ correct }) => correct);
  const [fastest] = right;
  if (fastest === undefined) return [words.nobodyRight];
  const people = right.map(({ userId, points }) => `${personIn(names, userId)} +${points}`);
  const streak = right.reduce((best, one) => (one.streak > best.streak ? one : best), fastest);
  return [
    words.rightOnes(listed(people, RIGHT, language)),
    ...(right.length > 1
      ? [words.fastest(personIn(names, fastest.userId), oneDecimal(fastest.ms / 1000, language))]
      : []),
    ...(streak.streak > 2 ? [words.streakOf(personIn(names, streak.userId), streak.streak)] : []),
  ];
}
