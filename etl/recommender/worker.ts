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

/** What every worker of the recommender knows from its start. */
export interface WorkerData {
  films: readonly FilmRow[];
  content: Content;
  people?: People | undefined;
}

/** Learn trees from the people, or list the picks of the films from `from` up to `to`. */
export type Task = { learn: TreeKind } | { forests: Forests; from: number; to: number };

export type Result = Forest | RecommendationRow[];

const { films, content, people } = poolData<WorkerData>();
const pairs = createPairs(content, films, people);
const explain = createReasons(content, pairs.liked);

serveTasks((task: Task): Result => {
  if ('learn' in task) {
    if (people === undefined) return { features: [], base: 0, trees: [] };
    const forest = learn(task.learn, pairs, people, { onDone: reportDone });
    // What was learnt from is large, and ranking needs none of it.
    collectGarbage();
    return forest;
  }
  const { rank } = createModel(pairs, task.forests);
  const rows: RecommendationRow[] = [];
  for (let film = task.from; film < task.to; film++) {
    const picks = applyListRules(film, rank(film), films);
    const reasons = explain(
      film,
      picks.map((pick) => pick.film),
    );
    picks.forEach((pick, at) => {
      const codes = (reasons[at] ?? []).join(' ');
      rows.push([films[film]?.id ?? 0, at + 1, films[pick.film]?.id ?? 0, pick.score, codes]);
    });
  }
  return rows;
});
