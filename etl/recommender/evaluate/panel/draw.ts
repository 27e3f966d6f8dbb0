import { seededRandom, shuffle } from '../../../../src/lib/random.ts';
import { countRatings } from '../../features/people.ts';
import type { EvaluationData } from '../data.ts';
import type { Contender } from '../methods.ts';

/** The methods whose picks are judged. */
export const PANEL_METHODS: readonly string[] = ['soup', 'soup + weighted rating', 'item-to-item', 'served'];

/** The least votes of a film of the panel, and of a well-known one; the least MovieLens ratings that are many. */
const MIN_VOTES = 20;
const WELL_KNOWN = 1000;
const MANY_RATINGS = 20;

const OTHER = 'other kinds';
const KINDS = { documentary: 99, animation: 16, horror: 27 } as const;

/** A film of the panel, its groups, and the pooled picks of all methods with the methods that list each. Films are indexes. */
export interface PanelFilm {
  film: number;
  groups: readonly string[];
  picks: readonly { film: number; methods: readonly string[] }[];
}

/** Draws `count` films at random by quota, and pools the first five picks of the methods in random order. */
export function drawPanel(
  data: EvaluationData,
  contenders: readonly Contender[],
  count: number,
  seed: number,
): PanelFilm[] {
  const random = seededRandom(seed);
  const methods = contenders.filter(({ name }) => PANEL_METHODS.includes(name));
  return drawFilms(data, count, random).map(({ film, groups }) => {
    const lists = methods.map(({ name, recommend }) => ({ name, picks: recommend(film).slice(0, 5) }));
    const pooled = [...new Set(lists.flatMap(({ picks }) => picks))].sort((a, b) => a - b);
    const picks = shuffle(pooled, random).map((pick) => ({
      film: pick,
      methods: lists.filter((list) => list.picks.includes(pick)).map(({ name }) => name),
    }));
    return { film, groups, picks };
  });
}

/**
 * Half of the films are well known, a third is not in English, a tenth each are documentaries, animation and horror, and half
 * have many ratings. Where no film fits all quotas, those of ratings are given up first, then
 * those of kind, language and fame.
 */
function drawFilms(data: EvaluationData, count: number, random: () => number) {
  const groupsOf = createGroups(data);
  const candidates = shuffle(
    [...data.films.keys()].filter((film) => {
      const { adult, vote_count: votes } = data.films[film] ?? { adult: true, vote_count: 0 };
      return !adult && votes >= MIN_VOTES;
    }),
    random,
  )
    .map((film) => ({ film, groups: groupsOf(film) }))
    // The rare kinds first: films of other kinds would fill the quotas of fame and language.
    .sort((a, b) => Number(a.groups.includes(OTHER)) - Number(b.groups.includes(OTHER)));
  const room = quotas(count);
  const drawn = new Set<(typeof candidates)[number]>();
  for (const obeyed of [4, 3, 2, 1, 0])
    for (const one of candidates) {
      const fits = one.groups.slice(0, obeyed).every((group) => (room.get(group) ?? 0) > 0);
      if (!fits || drawn.size === count || drawn.has(one)) continue;
      drawn.add(one);
      for (const group of one.groups) room.set(group, (room.get(group) ?? 0) - 1);
    }
  return shuffle([...drawn], random);
}

function quotas(count: number): Map<string, number> {
  const [half, third, tenth] = [2, 3, 10].map((parts) => Math.round(count / parts)) as [
    number,
    number,
    number,
  ];
  return new Map([
    ['well known', half],
    ['less known', count - half],
    ['not in English', third],
    ['in English', count - third],
    ...Object.keys(KINDS).map((kind): [string, number] => [kind, tenth]),
    [OTHER, count - 3 * tenth],
    ['many ratings', half],
    ['few ratings', count - half],
  ]);
}

/** Returns a function that gives a film's group by fame, language, kind and number of ratings. */
function createGroups({ films, described, genres, people }: EvaluationData) {
  const rated = countRatings(people, 0);
  return (film: number): string[] => {
    const kind = Object.entries(KINDS).find(([, genre]) => genres[film]?.includes(genre));
    return [
      (films[film]?.vote_count ?? 0) >= WELL_KNOWN ? 'well known' : 'less known',
      described[film]?.language === 'en' ? 'in English' : 'not in English',
      kind?.[0] ?? OTHER,
      (rated[film] ?? 0) >= MANY_RATINGS ? 'many ratings' : 'few ratings',
    ];
  };
}
