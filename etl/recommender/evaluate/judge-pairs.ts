import { Problem } from '../../problem.ts';
import { wording } from '../../report.ts';
import { createPairs } from '../features/pair-features.ts';
import { createModel } from '../model/model.ts';
import { shippedForests } from '../train.ts';
import { distances, starCosines } from './baselines.ts';
import type { EvaluationData } from './data.ts';
import { areaUnderCurve, joinPairs } from './pairs-file.ts';
import { cosineOfSoups } from './soup.ts';
import { markdown } from './table.ts';

/** The area under the ROC curve (AUC) of the model and the baselines: do they score pairs labelled similar higher? */
export function judgePairs(data: EvaluationData, path: string): string {
  const blank = { title: '', original_title: '' };
  const films = data.films.map(({ year }, at) => ({ ...(data.names[at] ?? blank), year }));
  const { pairs, rows } = joinPairs(path, films);
  if (new Set(pairs.map(({ alike }) => alike)).size < 2) throw new Problem(wording.noPairs(path, rows));
  const area = (score: PairScore) =>
    areaUnderCurve(pairs.map(({ a, b, alike }) => ({ score: score(a, b), alike }))).toFixed(3);
  const areas = Object.entries(pairScores(data)).map(([name, score]): [string, string] => [
    name,
    area(score),
  ]);
  const model = new Map(areas).get(OUR_MODEL) ?? '';
  const table = markdown([['', 'AUC'], ['---', '---'], ...areas]);
  return `${pairs.length} of ${rows} pairs joined; AUC ${model}\n\n${table}`;
}

type PairScore = (a: number, b: number) => number;

const OUR_MODEL = 'our model';

function pairScores({ films, content, people, genres, soups }: EvaluationData): Record<string, PairScore> {
  const pairs = createPairs(content, films, people);
  const { similarity } = createModel(pairs, shippedForests(people));
  const distance = distances(films, genres);
  const starCosine = starCosines(people);
  return {
    'nearest neighbours': (a, b) => -distance(a)(b),
    soup: (a, b) => cosineOfSoups(soups[a] ?? [], soups[b] ?? []),
    'item-to-item': (a, b) => starCosine(a).cosine(b),
    'hand-set content weights': (a, b) => {
      pairs.focus(a);
      return pairs.content.similarity(b);
    },
    [OUR_MODEL]: similarity,
  };
}
