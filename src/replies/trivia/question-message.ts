import type { APIEmbed } from 'discord-api-types/v10';
import type { Reply } from '../../contract/call.ts';
import { customId } from '../../contract/custom-id.ts';
import type { Question } from '../../game/question.ts';
import { filmCall } from '../../slash/calls.ts';
import { pickCall, voteCall } from '../../slash/trivia-calls.ts';
import type { RoundPick, Score } from '../../store/rankings.ts';
import type { VoteKind } from '../../store/votes.ts';
import { count, oneDecimal } from '../../text/format.ts';
import { gameText } from '../../text/game.ts';
import { plain } from '../../text/sanitize.ts';
import { button, row } from '../components.ts';
import { colours } from '../embeds.ts';
import { type PersonNames, personIn } from '../person-name.ts';
import { joinLimited, scoreLines } from './lists.ts';

/** The parts of a round that its message shows. */
export interface ShownRound {
  readonly question: Question;
  readonly token: string;
  readonly number: number;
  /** The number of rounds; null if the game may end before, by points or misses. */
  readonly rounds: number | null;
  readonly difficulty: number;
  /** How many steps of the question are revealed. */
  readonly steps: number;
  readonly hinted: boolean;
  /** When the round closes, in milliseconds since 1970. */
  readonly closesAt: number;
}

/** Most points of a question without a streak: 100 a step of difficulty, and half of that for speed. */
const maxPoints = (difficulty: number) => 150 * difficulty;

/** The message of an open question: its text, the revealed steps and hint, a button for each option, and votes. */
export function questionMessage(round: ShownRound): Reply {
  const { question, token } = round;
  const t = gameText[question.language];
  const embed = {
    ...heading(round),
    description: [body(round), t.closes(`<t:${Math.ceil(round.closesAt / 1000)}:R>`)].join('\n\n'),
    footer: { text: t.worth(count(maxPoints(round.difficulty), question.language)) },
  };
  const options = question.options.map(({ label }, index) =>
    button(label, customId('add', pickCall, { ronda: token, opcion: index }), { style: 'primary' }),
  );
  const vote = (kind: VoteKind, label: string) =>
    button(label, customId('add', voteCall, { ronda: token, voto: kind }));
  const votes = [...(round.hinted ? [] : [vote('hint', t.askHint)]), vote('skip', t.askSkip)];
  return { embeds: [embed], components: [row(...options), row(...votes)] };
}

/** The result of a closed round. */
export interface RoundResult {
  readonly picks: readonly RoundPick[];
  readonly scores: readonly Score[];
  readonly names: PersonNames;
  /** Seconds until the next question; null after the last. */
  readonly pause: number | null;
  readonly skipped: boolean;
}

/** Limits of the people who were right, and the number of people in the scores between two questions. */
const RIGHT = { separator: ', ', maxItems: 10, maxLength: 1000 } as const;
const MAX_SCORES = 5;

/** The message of a closed question: the answer, the people who were right, the fastest of them, and the scores. */
export function answerMessage(round: ShownRound, result: RoundResult): Reply {
  const { question } = round;
  const { scores, names, pause } = result;
  const t = gameText[question.language];
  const answer = question.options[question.answer]?.label ?? '';
  const lines = [t.answerWas(plain(answer)), ...outcomeLines(result, question.language)];
  const whole = body({ ...round, steps: Number.POSITIVE_INFINITY });
  const embed = {
    ...heading(round),
    description: [whole, lines.join('\n')].join('\n\n'),
    ...(scores.length === 0
      ? {}
      : { fields: [{ name: t.table, value: scoreLines(scores, MAX_SCORES, names, question.language) }] }),
    ...(pause === null ? {} : { footer: { text: t.moreToCome(pause) } }),
  };
  const card = button(t.openCard, customId('add', filmCall, { titulo: `#${question.filmId}` }));
  return { embeds: [embed], components: [row(card)] };
}

function heading({ question, number, rounds }: ShownRound): APIEmbed {
  const t = gameText[question.language];
  const title = rounds === null ? t.questionOfMany(number) : t.question(number, rounds);
  return { color: colours.house, title };
}

function body({ question, steps, hinted }: ShownRound): string {
  const t = gameText[question.language];
  const revealed = (question.steps ?? []).slice(0, steps).map((step) => `• ${step}`);
  const hint = hinted ? [`💡 *${t.hint}:* ${question.hint}`] : [];
  return [question.text, ...revealed, ...hint].join('\n');
}

function outcomeLines({ picks, names, skipped }: RoundResult, language: Question['language']): string[] {
  const t = gameText[language];
  if (skipped && picks.length === 0) return [t.skipped];
  if (picks.length === 0) return [t.nobodyAnswered];
  const right = picks.filter(({ correct }) => correct);
  const [fastest] = right;
  if (fastest === undefined) return [t.nobodyRight];
  const people = right.map(({ userId, points }) => `${personIn(names, userId)} +${points}`);
  const streak = right.reduce((best, pick) => (pick.streak > best.streak ? pick : best), fastest);
  return [
    t.rightOnes(joinLimited(people, RIGHT, language)),
    ...(right.length > 1
      ? [t.fastest(personIn(names, fastest.userId), oneDecimal(fastest.ms / 1000, language))]
      : []),
    ...(streak.streak > 2 ? [t.streakOf(personIn(names, streak.userId), streak.streak)] : []),
  ];
}
