import type { Language, Reply } from '../../contract/call.ts';
import { pointsLeft } from '../../game/rules.ts';
import type { RoundPick } from '../../store/rankings.ts';
import { count } from '../../text/format.ts';
import { gameText } from '../../text/game.ts';
import { row } from '../components.ts';
import { colours } from '../embeds.ts';
import { type PersonNames, personIn } from '../person-name.ts';
import { joinLimited, rankMark } from './lists.ts';
import {
  answerText,
  body,
  cardButton,
  countdown,
  type OpenRound,
  optionsRow,
  posterOf,
  type ShownRound,
} from './question-message.ts';

/** The message of an open question of the day: its text, a button for each option, how many have answered. */
export function dailyQuestionMessage(round: OpenRound): Reply {
  const { question, answered, difficulty, hinted } = round;
  const { language } = question;
  const t = gameText[language];
  const steps = question.steps?.length ?? 1;
  const points = pointsLeft({ difficulty, hinted, steps, step: Math.min(round.steps, steps) - 1 });
  const status = [
    t.closes(countdown(round.closesAt)),
    ...(answered === 0 ? [] : [t.daily.haveAnswered(count(answered, language), answered === 1)]),
  ];
  const embed = {
    color: colours.house,
    title: t.daily.title,
    description: [body(round), `${t.daily.howTo} ${t.daily.waiting}`, status.join(' · ')].join('\n\n'),
    footer: { text: t.worth(count(points, language)) },
  };
  return { embeds: [embed], components: [optionsRow(round)] };
}

/** The same message once the question is closed: its answer, and how many were right. */
export function dailyAnswerMessage(round: ShownRound, { picks }: { picks: readonly RoundPick[] }): Reply {
  const { question } = round;
  const whole = body({ ...round, steps: Number.POSITIVE_INFINITY });
  const embed = {
    color: colours.house,
    title: gameText[question.language].daily.title,
    description: [whole, answerText(question), rightLine(picks, question.language)].join('\n\n'),
    ...posterOf(question),
  };
  return { embeds: [embed], components: [row(cardButton(question))] };
}

function rightLine(picks: readonly RoundPick[], language: Language): string {
  const t = gameText[language];
  if (picks.length === 0) return t.nobodyAnswered;
  const right = picks.filter(({ correct }) => correct).length;
  return right === 0 ? t.nobodyRight : t.daily.right(count(right, language), count(picks.length, language));
}

/** Limits of the people who were right, and the number of streaks. */
const RIGHT = { separator: ', ', maxItems: 20, maxLength: 1500 } as const;
const MAX_STREAKS = 5;

/** The result of a question of the day. */
export interface DailyResult {
  readonly picks: readonly RoundPick[];
  readonly names: PersonNames;
  /** Of the people who were right, how many days in a row they were; longest first. */
  readonly streaks: ReadonlyMap<string, number>;
}

/** The message that announces the answer of the day: who was right, and the longest streaks. */
export function dailyResultMessage({ question }: ShownRound, result: DailyResult): Reply {
  const { picks, names, streaks } = result;
  const { language } = question;
  const t = gameText[language];
  const people = picks.filter(({ correct }) => correct).map(({ userId }) => personIn(names, userId));
  const lines = [...streaks].map(([userId, days], index) => {
    const inARow = t.daily.days(count(days, language), days === 1);
    return `${rankMark(index, days)} ${personIn(names, userId)} · ${inARow}`;
  });
  const outcome = [
    rightLine(picks, language),
    ...(people.length === 0 ? [] : [`✅ ${joinLimited(people, RIGHT, language)}`]),
  ];
  const limits = { separator: '\n', maxItems: MAX_STREAKS, maxLength: 1024 } as const;
  const embed = {
    color: colours.house,
    title: t.daily.answerTitle,
    description: [question.text, answerText(question), outcome.join('\n')].join('\n\n'),
    ...posterOf(question),
    ...(lines.length === 0
      ? {}
      : { fields: [{ name: t.daily.streaks, value: joinLimited(lines, limits, language) }] }),
  };
  return { embeds: [embed], components: [row(cardButton(question))] };
}
