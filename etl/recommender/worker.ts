import { poolData, serveTasks } from '../pool.ts';
import type { Content } from './features/content.ts';
import type { FilmRow } from './features/films.ts';
import type { People } from './features/people.ts';
import { applyListRules } from './lists/list-rules.ts';
import { createReasons } from './lists/reasons.ts';
import type { RecommendationRow } from './lists/store.ts';
import { createModel } from './model/model.ts';

/** The data that every worker of the recommender receives at its start. */
export interface WorkerData {
  films: readonly FilmRow[];
  content: Content;
  /** The features that are reasons. */
  shared: Content;
  people?: People | undefined;
}

/** Lists the recommendations for the films from `from` up to `to`. */
export interface Task {
  from: number;
  to: number;
}

const { films, content, shared, people } = poolData<WorkerData>();
const { taste, rank } = createModel(content, films, people);
const explain = createReasons(shared, taste);

serveTasks(({ from, to }: Task): RecommendationRow[] => {
  const rows: RecommendationRow[] = [];
  for (let film = from; film < to; film++) {
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
