import { audienceOf, LIKE, type People } from './people.ts';

/** What the people who rated one film did with each other film; films go by their index. */
export interface CoRatings {
  /** People who like both; who rated both; the sum of the products of their stars. */
  likes: Float64Array;
  rated: Float64Array;
  stars: Float64Array;
  /** The films of which `rated` is not 0. */
  touched: number[];
}

/** Counts, one film at a time, from the lists of the people who rated it; the result is overwritten by the next call. */
export function createCoRatings(people: People): (film: number) => CoRatings {
  const audience = audienceOf(people);
  const { films } = people;
  const now: CoRatings = {
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
      if (now.rated[other] === 0) now.touched.push(other);
      now.rated[other] = (now.rated[other] as number) + 1;
      now.stars[other] = (now.stars[other] as number) + own * stars;
      if (own >= LIKE && stars >= LIKE) now.likes[other] = (now.likes[other] as number) + 1;
    }
  };
  return (film) => {
    for (const other of now.touched) {
      now.likes[other] = 0;
      now.rated[other] = 0;
      now.stars[other] = 0;
    }
    now.touched = [];
    for (let at = audience.starts[film] as number; at < (audience.starts[film + 1] as number); at++)
      addPerson(audience.people[at] ?? 0, audience.stars[at] ?? 0, film);
    return now;
  };
}
