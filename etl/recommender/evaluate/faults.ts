import { fold } from '../../../src/lib/fold.ts';
import type { Method } from './baselines.ts';
import type { EvaluationData } from './data.ts';
import { percent } from './table.ts';

/** Faults are counted over the lists of films with this many votes or more. */
const MIN_VOTES = 100;

/** The number of most recommended films whose share of all picks is counted. */
const MOST = 50;

/** The genres whose films should be recommended films of the same genre. */
const KINDS = { documentary: 99, horror: 27, western: 37, animation: 16 } as const;

/** Reasons that say little: audience, genre, several genres, decade. Two reasons of a pick are shown. */
const WEAK_REASON = /^[pgxy]/u;
const SHOWN_REASONS = 2;

/** A fault that lists can have, with its goal and a value for the lists. */
export interface Fault {
  name: string;
  goal: string;
  value: string;
}

/** The reason codes of each film recommended for one film. */
export type Explain = (film: number, picks: readonly number[]) => readonly (readonly string[])[];

interface List {
  film: number;
  picks: readonly number[];
}

/** The films whose lists are counted. */
export const judgedFilms = ({ films }: Pick<EvaluationData, 'films'>): number[] =>
  [...films.keys()].filter((film) => (films[film]?.vote_count ?? 0) >= MIN_VOTES);

/** Counts the faults of the first five recommendations of each film in `judged`. */
export function countFaults(
  data: Pick<EvaluationData, 'films' | 'genres' | 'described'>,
  judged: readonly number[],
  recommend: Method,
  explain: Explain,
): Fault[] {
  const { films, genres, described } = data;
  const lists = judged.map((film) => ({ film, picks: recommend(film).slice(0, 5) }));
  const language = (film: number) => described[film]?.language ?? '';
  const hasGenre = (genre: number) => (film: number) => genres[film]?.includes(genre) === true;
  const collection = (film: number) => films[film]?.collection ?? 0;
  const foreign = lists.filter(({ film }) => !['', 'en'].includes(language(film)));
  const withSequel = lists.filter(({ film }) => (films[film]?.sequel ?? 0) !== 0);
  const kinds = Object.entries(KINDS).map(([name, genre]) => ({
    name: `picks of the same kind: ${name}`,
    goal: '≥ 90 %',
    value: percent(
      shareOfPicks(
        lists.filter(({ film }) => hasGenre(genre)(film)),
        hasGenre(genre),
      ),
    ),
  }));
  const weak = lists.flatMap(({ film, picks }) =>
    explain(film, picks).map((codes) =>
      codes.slice(0, SHOWN_REASONS).every((code) => WEAK_REASON.test(code)),
    ),
  );
  return [
    {
      name: `picks that are among the ${MOST} most recommended`,
      goal: '≤ 10 %',
      value: percent(shareOfMost(lists)),
    },
    {
      name: 'picks in English for films not in English',
      goal: '25 to 40 %',
      value: percent(shareOfPicks(foreign, (pick) => language(pick) === 'en')),
    },
    {
      name: 'films with a sequel that show none of their saga',
      goal: '≤ 3 %',
      value: percent(
        shareOf(
          withSequel,
          ({ film, picks }) => !picks.some((pick) => collection(pick) === collection(film)),
        ),
      ),
    },
    ...kinds,
    {
      name: 'picks whose reasons name only audience, genre or decade',
      goal: '≤ 10 %',
      value: percent(shareOf(weak, (isWeak) => isWeak)),
    },
    {
      name: 'lists with fewer than five',
      goal: '0 %',
      value: percent(shareOf(lists, ({ picks }) => picks.length < 5)),
    },
    {
      name: 'lists with two films of the same title',
      goal: '0 %',
      value: percent(shareOf(lists, ({ picks }) => hasSameTitle(picks.map((pick) => described[pick])))),
    },
    {
      name: 'median votes of the picks',
      goal: '',
      value: String(median(lists.flatMap(({ picks }) => picks.map((pick) => films[pick]?.vote_count ?? 0)))),
    },
  ];
}

/** The share of items that `is` accepts; NaN without items. */
const shareOf = <Item>(items: readonly Item[], is: (item: Item) => boolean): number =>
  items.filter(is).length / items.length;

const shareOfPicks = (lists: readonly List[], is: (pick: number) => boolean): number =>
  shareOf(
    lists.flatMap(({ picks }) => picks),
    is,
  );

function shareOfMost(lists: readonly List[]): number {
  const times = new Map<number, number>();
  for (const pick of lists.flatMap(({ picks }) => picks)) times.set(pick, (times.get(pick) ?? 0) + 1);
  const counts = [...times.values()].sort((a, b) => b - a);
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  return sum(counts.slice(0, MOST)) / sum(counts);
}

/** Whether two films share a title or an original title: remakes and other versions of one story. */
function hasSameTitle(picks: readonly (EvaluationData['described'][number] | undefined)[]): boolean {
  const titles = picks.flatMap((pick) => [
    ...new Set([fold(pick?.title ?? ''), fold(pick?.original_title ?? '')].filter((title) => title !== '')),
  ]);
  return new Set(titles).size < titles.length;
}

const median = (values: number[]): number => values.sort((a, b) => a - b)[values.length >> 1] ?? 0;
