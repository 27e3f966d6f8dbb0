import { poolData, serveTasks } from '../pool.ts';
import type { Content } from './features/content.ts';
import type { FilmRow } from './features/films.ts';
import type { People } from './features/people.ts';
import { createLists } from './lists/make-list.ts';
import type { RecommendationRow } from './lists/store.ts';

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
const { list } = createLists({ films, content, shared }, people);

serveTasks(({ from, to }: Task): RecommendationRow[] => {
  const rows: RecommendationRow[] = [];
  for (let film = from; film < to; film++) {
    const picks = list(film).map(
      ({ film, score, codes }) => `${films[film]?.id},${score},${codes.join(' ')}`,
    );
    if (picks.length > 0) rows.push([films[film]?.id ?? 0, picks.join(';')]);
  }
  return rows;
});
