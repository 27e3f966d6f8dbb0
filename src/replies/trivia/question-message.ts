import type { APIEmbed } from 'discord-api-types/v10';
import type { Language, Reply } from '../../contract/call.ts';
import { customId } from '../../contract/custom-id.ts';
import type { Question } from '../../game/question.ts';
import { pointsLeft } from '../../game/rules.ts';
import { filmCall } from '../../slash/calls.ts';
import { nextCall, pickCall, voteCall } from '../../slash/trivia-calls.ts';
import type { RoundPick, Score } from '../../store/rankings.ts';
import type { VoteKind } from '../../store/votes.ts';
import { count, oneDecimal } from '../../text/format.ts';
import { gameText } from '../../text/game.ts';
import { plain } from '../../text/sanitize.ts';
import { button, row } from '../components.ts';
import { colours } from '../embeds.ts';
import { type PersonNames, personIn } from '../person-name.ts';
import { joinLimited, scoreLines } from './lists.ts';
import { type LineUp, type TeamTable, teamFields, teamGains, teamLines } from './team-table.ts';

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
}

/** The parts that only the message of an open question shows. */
export interface OpenRound extends ShownRound {
  /** How many people have answered, of how many who play. */
  readonly answered: number;
  readonly playing: number;
  /** When the round closes, in milliseconds since 1970. */
  readonly closesAt: number;
}

/** A time as text that Discord's client counts down to. */
export const countdown = (at: number) => `<t:${Math.ceil(at / 1000)}:R>`;

/**
 * The message of an open question: its text, the revealed steps and hint, the line-up of teams if there is one, a button for
 * each option, and votes.
 */
export function questionMessage(round: OpenRound, lineUp?: LineUp): Reply {
  const { question, token } = round;
  const t = gameText[question.language];
  const { answered, playing, difficulty, hinted } = round;
  const steps = question.steps?.length ?? 1;
  const points = pointsLeft({ difficulty, hinted, steps, step: Math.min(round.steps, steps) - 1 });
  const status = [
    t.closes(countdown(round.closesAt)),
    ...(answered === 0 ? [] : [t.haveAnswered(answered, playing)]),
  ];
  const embed = {
    ...heading(round),
    description: [body(round), status.join(' · ')].join('\n\n'),
    footer: { text: t.worth(count(points, question.language)) },
    ...(lineUp && { fields: teamFields(lineUp, question.language) }),
  };
  const vote = (kind: VoteKind, label: string) =>
    button(label, customId('add', voteCall, { ronda: token, voto: kind }));
  const votes = [...(round.hinted ? [] : [vote('hint', t.askHint)]), vote('skip', t.askSkip)];
  return { embeds: [embed], components: [optionsRow(round), row(...votes)] };
}

/** A button for each option of a question. */
export const optionsRow = ({ question: { options }, token }: ShownRound) =>
  row(
    ...options.map(({ label }, index) =>
      button(label, customId('add', pickCall, { ronda: token, opcion: index }), { style: 'primary' }),
    ),
  );

/** The result of a closed round. */
export interface RoundResult {
  readonly picks: readonly RoundPick[];
  readonly scores: readonly Score[];
  /** Undefined if everybody plays for themselves. */
  readonly teams: TeamTable | undefined;
  readonly names: PersonNames;
  readonly skipped: boolean;
  /** In survival with several lives: how many each person has left. */
  readonly lives: ReadonlyMap<string, number> | undefined;
}

/** When and by whom the next question is opened. */
export interface NextQuestion {
  readonly gameId: string;
  /** When it comes, in milliseconds since 1970. */
  readonly at: number;
  /** The id of the person who opens it before; undefined if the game goes on by itself. */
  readonly host: string | undefined;
}

/** Limits of the people who were right, and the number of people in the scores between two questions. */
const RIGHT = { separator: ', ', maxItems: 10, maxLength: 1000 } as const;
const MAX_SCORES = 5;

/** The message of a closed question: the answer, the people who were right, the fastest of them, and the scores. */
export function answerMessage(
  round: ShownRound,
  /** `next`: null after the last question. */
  result: RoundResult & { next: NextQuestion | null },
): Reply {
  const { question } = round;
  const { scores, teams, names, lives, next } = result;
  const t = gameText[question.language];
  const whole = body({ ...round, steps: Number.POSITIVE_INFINITY });
  const name = next === null ? t.finalTable : t.table;
  const table = teams
    ? teamLines(teams, scores, { names, lives }, question.language)
    : scoreLines(scores, MAX_SCORES, { names, lives }, question.language);
  const embed = {
    ...heading(round),
    description: [whole, ...answerParts(round, result), ...nextLine(next, names, question.language)].join(
      '\n\n',
    ),
    ...posterOf(question),
    ...(scores.length === 0 ? {} : { fields: [{ name, value: table }] }),
  };
  const call = next?.host === undefined ? [] : [callButton(t.next, next.gameId, round.number)];
  return { embeds: [embed], components: [row(cardButton(question), ...call)] };
}

/** The button that opens the film of an answer. */
export function cardButton({ reveal, filmId, language }: Question) {
  const titulo = `#${reveal?.filmId ?? filmId}`;
  return button(gameText[language].openCard, customId('add', filmCall, { titulo }));
}

/** The button that opens the question after a round, for the host. */
export const callButton = (label: string, gameId: string, round: number) =>
  button(label, customId('add', nextCall, { partida: gameId, ronda: round }), { style: 'primary' });

function nextLine(next: NextQuestion | null, names: PersonNames, language: Language): string[] {
  const t = gameText[language];
  if (next === null) return [];
  const time = countdown(next.at);
  return [next.host === undefined ? t.moreToCome(time) : t.hostOpens(personIn(names, next.host), time)];
}

/** The paragraphs that a person reads after a question: the answer and what it tells, and who was right. */
function answerParts({ question }: ShownRound, result: RoundResult): string[] {
  return [answerText(question), outcomeLines(result, question.language).join('\n')];
}

/** The answer of a question and what it tells. */
export function answerText({ options, answer, language, reveal }: Question): string {
  const label = plain(options[answer]?.label ?? '');
  const { year = null, figures = null, fact = null } = reveal ?? {};
  const told = [gameText[language].answerWas(label, year), figures, fact === null ? null : `🎬 ${fact}`];
  return told.filter((line) => line !== null).join('\n');
}

/** Length of the answer as people read it, without mentions and Markdown. */
export const answerLetters = (round: ShownRound, result: RoundResult): number =>
  answerParts(round, result)
    .join('\n')
    .replaceAll(/ \(<@\d+>\)|[*\\]/gu, '').length;

function heading({ question, number, rounds }: ShownRound): APIEmbed {
  const t = gameText[question.language];
  const title = rounds === null ? t.questionOfMany(number) : t.question(number, rounds);
  return { color: colours.house, title };
}

/** The poster of an answer, as a part of an embed. */
export const posterOf = ({ reveal }: Question) =>
  reveal?.poster ? { thumbnail: { url: reveal.poster, description: reveal.film } } : {};

/** The text of a question, its revealed steps and its hint. */
export function body({ question, steps, hinted }: ShownRound): string {
  const t = gameText[question.language];
  const revealed = (question.steps ?? []).slice(0, steps).map((step) => `• ${step}`);
  const hint = hinted ? [`💡 *${t.hint}:* ${question.hint}`] : [];
  return [question.text, ...revealed, ...hint].join('\n');
}

function outcomeLines(
  { picks, teams, names, skipped }: RoundResult,
  language: Question['language'],
): string[] {
  const t = gameText[language];
  if (skipped && picks.length === 0) return [t.skipped];
  if (picks.length === 0) return [t.nobodyAnswered];
  const right = picks.filter(({ correct }) => correct);
  const [fastest] = right;
  if (fastest === undefined) return [t.nobodyRight];
  const people = right.map(({ userId, points }) => `${personIn(names, userId)} +${points}`);
  const streak = right.reduce((best, pick) => (pick.streak > best.streak ? pick : best), fastest);
  const gains = teams && teamGains(teams, picks);
  const seconds = oneDecimal(fastest.ms / 1000, language);
  return [
    right.length === 1
      ? t.rightOne(people.join(), seconds)
      : t.rightOnes(joinLimited(people, RIGHT, language)),
    ...(right.length > 1 ? [t.fastest(personIn(names, fastest.userId), seconds)] : []),
    ...(streak.streak > 2 ? [t.streakOf(personIn(names, streak.userId), streak.streak)] : []),
    ...(gains === undefined ? [] : [gains]),
  ];
}
