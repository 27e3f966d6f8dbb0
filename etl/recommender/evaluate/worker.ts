import { poolData, serveTasks } from '../../pool.ts';
import type { People } from '../features/people.ts';
import type { Settings } from '../model/settings.ts';
import { catalogueShares, type Shares } from './catalogue-shares.ts';
import { compare } from './choose.ts';
import type { EvaluationData } from './data.ts';
import { cutPeople } from './halves.ts';
import { type Measured, makeQueries, measure } from './measure.ts';
import { createMethods } from './methods.ts';

/** The score of one method and, if requested, the shares of its lists. */
export interface Outcome {
  name: string;
  measured: Measured;
  shares?: Shares | undefined;
}

/**
 * Scores all methods: on a split of the people into halves or, given `others`, trained on all people and tested on the others.
 * With `changes`: scores the model under other settings within the training people of a split.
 */
export interface Task {
  draw: number;
  others?: People | undefined;
  shares?: boolean;
  changes?: Partial<Settings>;
}

const data = poolData<EvaluationData>();

serveTasks(({ draw, others, shares, changes }: Task): Outcome[] => {
  const { train, test } =
    others === undefined ? cutPeople(data.people, draw) : { train: data.people, test: others };
  if (changes !== undefined) {
    const { served, cold } = compare(data, train, changes);
    return [
      { name: 'served', measured: served },
      { name: 'cold start', measured: cold },
    ];
  }
  const queries = makeQueries(test);
  return createMethods(data, train).map(([name, method]) => ({
    name,
    measured: measure(queries, method),
    shares: shares ? catalogueShares(data.films, method) : undefined,
  }));
});
