import { collectGarbage } from '../../src/lib/collect-garbage.ts';
import { givenData, work } from '../work.ts';
import type { Content } from './content.ts';
import type { FilmRow } from './films.ts';
import { learn } from './learn.ts';
import { serve } from './lists.ts';
import { createModel, type Forests } from './model.ts';
import { createPairs, type Heat } from './pair-rows.ts';
import type { People } from './people.ts';
import { createReasons } from './reasons.ts';
import type { Forest } from './trees/forest.ts';

/** What every worker of the recommender knows from its start. */
export interface Known {
  films: readonly FilmRow[];
  content: Content;
  people?: People | undefined;
}

/** Learn trees from the people, or list the picks of the films from `from` up to `to`. */
export type Task = { learn: Heat } | { forests: Forests; from: number; to: number };

/** A row of the table recommendations: film, rank, film picked, score, codes of the reasons after each other. */
export type PickRow = [id: number, rank: number, similar: number, score: number, codes: string];

export type Result = Forest | PickRow[];

const { films, content, people } = givenData<Known>();
const pairs = createPairs(content, films, people);
const explain = createReasons(content, pairs.liked);

work((task: Task, onDone): Result => {
  if ('learn' in task) {
    if (people === undefined) return { features: [], base: 0, trees: [] };
    const forest = learn(task.learn, pairs, people, { onDone });
    // What was learnt from is large, and ranking needs none of it.
    collectGarbage();
    return forest;
  }
  const { rank } = createModel(pairs, task.forests);
  const rows: PickRow[] = [];
  for (let film = task.from; film < task.to; film++) {
    const picks = serve(film, rank(film), films);
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
