import { gain, idealGain } from '../model/relevance.ts';
import { mean } from './measure.ts';
import type { LabelledPair } from './pairs-file.ts';

interface ScoredPair {
  score: number;
  alike: boolean;
}

/** How well a score orders labelled pairs. */
export interface PairMeasures {
  /** The area under the ROC curve over all pairs. */
  auc: number;
  /** Means over the first films that have pairs of both labels: area under the curve, nDCG@5, and how many films those are. */
  aucWithin: number;
  ndcgWithin: number;
  films: number;
}

/** Measures a score of pairs against their labels, over all and among the pairs of one first film. */
export function scorePairs(
  pairs: readonly LabelledPair[],
  score: (a: number, b: number) => number,
): PairMeasures {
  const scored = pairs.map(({ a, b, alike }) => ({ a, score: score(a, b), alike }));
  const films = [...new Set(scored.map(({ a }) => a))]
    .map((film) => scored.filter(({ a }) => a === film))
    .filter((own) => new Set(own.map(({ alike }) => alike)).size === 2);
  return {
    auc: areaUnderCurve(scored),
    aucWithin: mean(films.map(areaUnderCurve)),
    ndcgWithin: mean(films.map(ndcg)),
    films: films.length,
  };
}

/** The area under the ROC curve: the probability that a similar pair scores above a dissimilar one; ties count half. */
export function areaUnderCurve(scored: readonly ScoredPair[]): number {
  const similar = scored.filter(({ alike }) => alike);
  const dissimilar = scored.filter(({ alike }) => !alike);
  let wins = 0;
  for (const { score } of similar)
    for (const other of dissimilar) wins += score > other.score ? 1 : score === other.score ? 0.5 : 0;
  return wins / (similar.length * dissimilar.length);
}

/** The nDCG@5 of pairs ordered by score, a similar pair gaining 1. Tied pairs share the mean gain of all their orders. */
export function ndcg(scored: readonly ScoredPair[]): number {
  const sorted = [...scored].sort((a, b) => b.score - a.score);
  const gains = sorted.map(({ score }) =>
    mean(sorted.filter((other) => other.score === score).map(({ alike }) => Number(alike))),
  );
  return gain(gains) / idealGain(scored.map(({ alike }) => Number(alike)));
}
