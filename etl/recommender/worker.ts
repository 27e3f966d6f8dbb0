import { collectGarbage } from '../../src/lib/worker.ts';
import { poolData, reportDone, serveTasks } from '../pool.ts';
import type { Content } from './features/content.ts';
import type { FilmRow } from './features/films.ts';
import { createPairs, type TreeKind } from './features/pair-features.ts';
import type { People } from './features/people.ts';
import { applyListRules } from './lists/list-rules.ts';
import { createReasons } from './lists/reasons.ts';
import type { RecommendationRow } from './lists/store.ts';
import { learn } from './model/learn.ts';
import { createModel, type Forests } from './model/model.ts';
import type { Forest } from './model/trees/forest.ts';

/** The data that every worker of the recommender receives at its start. */
export interface WorkerData {
  films: readonly FilmRow[];
  content: Content;
  /** The features that are reasons. */
  shared: Content;
  people?: People | undefined;
}

/** Learns trees from the people, or lists the recommendations for the films from `from` up to `to`. */
export type Task = { learn: TreeKind } | { forests: Forests; from: number; to: number };

export type Result = Forest | RecommendationRow[];

const { films, content, shared, people } = poolData<WorkerData>();
const pairs = createPairs(content, films, people);
const explain = createReasons(shared, pairs.ratings);

serveTasks((task: Task): Result => {
  if ('learn' in task) {
    if (people === undefined) return { features: [], base: 0, trees: [] };
    const forest = learn(task.learn, pairs, people, { onDone: reportDone });
    // The training table is large, and ranking does not need it.
    collectGarbage();
    return forest;
  }
  const { rank } = createModel(pairs, task.forests);
  const rows: RecommendationRow[] = [];
  for (let film = task.from; film < task.to; film++) {
    const recommended = applyListRules(film, rank(film), films);
    const reasons = explain(
      film,
      recommended.map((one) => one.film),
    );
    recommended.forEach((one, at) => {
      const codes = (reasons[at] ?? []).join(' ');
      rows.push([films[film]?.id ?? 0, at + 1, films[one.film]?.id ?? 0, one.score, codes]);
    });
  }
  return rows;
});
