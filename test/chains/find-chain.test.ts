import { describe, expect, it } from 'vitest';
import { createFindChain, type Ends } from '../../src/chains/find-chain.ts';
import { buildGraph, type Link } from '../../src/chains/graph.ts';
import { seeded } from '../trivia/questions/seeded.ts';

/** Film f has the id 100 + f, person p the id 200 + p; the best known have the lowest places. */
const link = (film: number, person: number, acted = true): Link => ({
  movie_id: 100 + film,
  person_id: 200 + person,
  film,
  person,
  acted,
});

const finder = (...links: Link[]) => createFindChain(buildGraph(links));

const between = (from: number, to: number, more: Partial<Ends> = {}): Ends => ({
  kind: 'people',
  from,
  to,
  crew: false,
  ...more,
});

describe('a chain', () => {
  it('leads from person to person by the films between them', () => {
    const find = finder(link(0, 0), link(0, 1), link(1, 1), link(1, 2));
    expect(find(between(200, 202))).toEqual([200, 100, 201, 101, 202]);
    expect(find(between(202, 200))).toEqual([202, 101, 201, 100, 200]);
  });

  it('leads from film to film by the people between them', () => {
    const find = finder(link(0, 0), link(0, 1), link(1, 1), link(1, 2), link(2, 2));
    expect(find(between(100, 102, { kind: 'films' }))).toEqual([100, 201, 101, 202, 102]);
  });

  it('is short before its films are well known', () => {
    const find = finder(link(9, 0), link(9, 1), link(0, 0), link(0, 2), link(1, 2), link(1, 1));
    expect(find(between(200, 201))).toEqual([200, 109, 201]);
  });

  it('has the best-known films of all short ones, and the best-known person between them', () => {
    const byFilms = finder(
      link(0, 0),
      link(0, 2),
      link(8, 2),
      link(8, 1),
      link(3, 0),
      link(3, 4),
      link(4, 4),
      link(4, 1),
    );
    expect(byFilms(between(200, 201))).toEqual([200, 103, 204, 104, 201]);
    const byPeople = finder(link(0, 0), link(0, 3), link(0, 2), link(1, 3), link(1, 2), link(1, 1));
    expect(byPeople(between(200, 201))).toEqual([200, 100, 202, 101, 201]);
  });

  it('runs through directors and writers only if asked', () => {
    const find = finder(link(0, 0), link(0, 1, false), link(1, 1, false), link(1, 2));
    expect(find(between(200, 202))).toBeUndefined();
    expect(find(between(200, 202, { crew: true }))).toEqual([200, 100, 201, 101, 202]);
  });

  it('of one person or film is that person or film, even without a credit', () => {
    const find = finder(link(0, 0));
    expect(find(between(200, 200))).toEqual([200]);
    expect(find(between(7, 7))).toEqual([7]);
  });

  it('does not exist between two islands, nor to somebody who is in no film', () => {
    const find = finder(link(0, 0), link(1, 1));
    expect(find(between(200, 201))).toBeUndefined();
    expect(find(between(200, 7))).toBeUndefined();
    expect(find(between(100, 200, { kind: 'films' }))).toBeUndefined();
    expect(finder()(between(200, 201))).toBeUndefined();
  });
});

interface Best {
  films: number;
  places: number;
}

/** The people one film away from those who are reached in `films` films, with the smallest sum of places for each. */
function oneFurther(
  links: readonly Link[],
  best: ReadonlyMap<number, Best>,
  films: number,
): Map<number, Best> {
  const steps = links
    .filter(({ person }) => best.get(person)?.films === films)
    .flatMap(({ film, person }) =>
      links
        .filter((other) => other.film === film && !best.has(other.person))
        .map((other) => ({ person: other.person, places: (best.get(person)?.places ?? 0) + film })),
    )
    .sort((a, b) => b.places - a.places);
  return new Map(steps.map(({ person, places }) => [person, { films: films + 1, places }]));
}

/** The best chains from one person to all others, by a plain search. */
function bestFrom(links: readonly Link[], start: number): Map<number, Best> {
  const best = new Map([[start, { films: 0, places: 0 }]]);
  for (let films = 0; films < links.length; films++)
    for (const [person, reached] of oneFurther(links, best, films)) best.set(person, reached);
  return best;
}

it('in a hundred random casts every chain is linked, as short and as well known as a plain search finds', () => {
  const random = seeded(11);
  const below = (limit: number) => Math.floor(random() * limit);
  let chains = 0;
  for (let round = 0; round < 100; round++) {
    const pairs = new Set(Array.from({ length: 24 }, () => `${below(12)} ${below(14)}`));
    const links = [...pairs]
      .map((pair) => pair.split(' ').map(Number))
      .map(([film = 0, person = 0]) => link(film, person));
    const find = finder(...links);
    const isLinked = (film = 0, person = 0) =>
      links.some((one) => one.movie_id === film && one.person_id === person);
    const people = [...new Set(links.map(({ person }) => person))];
    const start = people[0] ?? 0;
    const best = bestFrom(links, start);
    for (const person of people) {
      const chain = find(between(200 + start, 200 + person));
      const films = chain?.filter((_, at) => at % 2 === 1);
      const places = films?.reduce((sum, id) => sum + id - 100, 0);
      expect(chain && { films: films?.length, places }).toEqual(best.get(person));
      for (let at = 1; at < (chain?.length ?? 0); at += 2) {
        expect(isLinked(chain?.[at], chain?.[at - 1])).toBe(true);
        expect(isLinked(chain?.[at], chain?.[at + 1])).toBe(true);
        chains++;
      }
    }
  }
  expect(chains).toBeGreaterThan(1000);
});
