import { audienceOf, LIKE, type People } from './people.ts';

/** The ratings that the people who rated one film gave to each other film, by film index. */
export interface CoRatings {
  /** People who like both; who rated both; the sum of the products of their stars. */
  likes: Float64Array;
  rated: Float64Array;
  stars: Float64Array;
  /** The films whose `rated` is not 0. */
  touched: number[];
}

/** Returns a function that counts the co-ratings of one film. The next call overwrites the result. */
export function createCoRatings(people: People): (film: number) => CoRatings {
  const audience = audienceOf(people);
  const { films } = people;
  const counts: CoRatings = {
    likes: new Float64Array(films),
    rated: new Float64Array(films),
    stars: new Float64Array(films),
    touched: [],
  };
  const addPerson = (person: number, own: number, film: number) => {
    for (let at = people.starts[person] as number; at < (people.starts[person + 1] as number); at++) {
      const other = people.rated[at] as number;
      if (other === film) continue;
      const stars = people.stars[at] as number;
      if (counts.rated[other] === 0) counts.touched.push(other);
      counts.rated[other] = (counts.rated[other] as number) + 1;
      counts.stars[other] = (counts.stars[other] as number) + own * stars;
      if (own >= LIKE && stars >= LIKE) counts.likes[other] = (counts.likes[other] as number) + 1;
    }
  };
  return (film) => {
    for (const other of counts.touched) {
      counts.likes[other] = 0;
      counts.rated[other] = 0;
      counts.stars[other] = 0;
    }
    counts.touched = [];
    for (let at = audience.starts[film] as number; at < (audience.starts[film + 1] as number); at++)
      addPerson(audience.people[at] ?? 0, audience.stars[at] ?? 0, film);
    return counts;
  };
}
