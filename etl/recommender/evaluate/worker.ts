import { poolData, serveTasks } from '../../pool.ts';
import type { People } from '../features/people.ts';
import type { Settings } from '../model/settings.ts';
import { catalogueShares, type Shares } from './catalogue-shares.ts';
import { compare } from './choose.ts';
import type { EvaluationData } from './data.ts';
import { cutPeople } from './halves.ts';
import { type Measured, makeQuestions, measure } from './measure.ts';
import { createMethods } from './methods.ts';

/** One method's score, and what its lists look like where that was asked for. */
export interface Outcome {
  name: string;
  measured: Measured;
  shares?: Shares | undefined;
}

/**
 * Score all methods: on a cut of the people into halves, or, given `others`, trained on all and asked about those. With
 * `changes`: score the model under other settings inside the training people of a cut, served and cold.
 */
export interface Task {
  draw: number;
  others?: People | undefined;
  shares?: boolean;
  changes?: Partial<Settings>;
}

const world = poolData<EvaluationData>();

serveTasks(({ draw, others, shares, changes }: Task): Outcome[] => {
  const { train, test } =
    others === undefined ? cutPeople(world.people, draw) : { train: world.people, test: others };
  if (changes !== undefined) {
    const { served, cold } = compare(world, train, changes);
    return [
      { name: 'served', measured: served },
      { name: 'cold start', measured: cold },
    ];
  }
  const questions = makeQuestions(test);
  return createMethods(world, train).map(([name, method]) => ({
    name,
    measured: measure(questions, method),
    shares: shares ? catalogueShares(world.films, method) : undefined,
  }));
});
