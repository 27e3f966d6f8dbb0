import type { People } from '../features/people.ts';
import { createRelevance, gain, idealGain } from '../model/relevance.ts';

/** Mean nDCG@5 by both measures, over the films with enough likes among the people. */
export interface Measured {
  coLike: number;
  lift: number;
  films: number;
}

/** Likes that a film needs among the test people to be asked about. */
const ENOUGH = 20;

/** A film that is asked about, and the relevance of every other film for it. */
export interface Question {
  film: number;
  coLike: ReadonlyMap<number, number>;
  lift: ReadonlyMap<number, number>;
  bestCoLike: number;
  bestLift: number;
}

/** The questions that the likes of test people answer: every film with 20 (or `enough`) or more likes among them. */
export function makeQuestions(people: People, enough = ENOUGH): Question[] {
  const { likes, of } = createRelevance(people);
  const asked = [...likes.keys()].filter((film) => (likes[film] ?? 0) >= enough);
  return asked.map((film) => {
    const { films, coLike, lift } = of(film);
    return {
      film,
      coLike: new Map(films.map((other, at) => [other, coLike[at] ?? 0])),
      lift: new Map(films.map((other, at) => [other, lift[at] ?? 0])),
      bestCoLike: idealGain(coLike),
      bestLift: idealGain(lift),
    };
  });
}

/** Means over the questions that have a relevant film. `pick` gives the films recommended for one film, best first. */
export function measure(questions: readonly Question[], pick: (film: number) => readonly number[]): Measured {
  const coLikes: number[] = [];
  const lifts: number[] = [];
  for (const { film, coLike, lift, bestCoLike, bestLift } of questions) {
    const picked = pick(film).slice(0, 5);
    if (bestCoLike > 0) coLikes.push(gain(picked.map((other) => coLike.get(other) ?? 0)) / bestCoLike);
    if (bestLift > 0) lifts.push(gain(picked.map((other) => lift.get(other) ?? 0)) / bestLift);
  }
  return { coLike: mean(coLikes), lift: mean(lifts), films: questions.length };
}

export const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
