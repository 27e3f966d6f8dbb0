/** The films that each person rated: those of person `p` lie from `starts[p]` to `starts[p + 1]`. */
export interface People {
  count: number;
  /** The number of films in the catalogue; films are indexes in it. */
  films: number;
  starts: Int32Array;
  rated: Int32Array;
  /** 0.5 to 5 stars. */
  stars: Float32Array;
}

/** A like is a rating of this many stars or more. */
export const LIKE = 4;

type Ratings = readonly (readonly [film: number, stars: number])[];

/** Packs the ratings of each person. */
export function packPeople(films: number, lists: Iterable<Ratings>): People {
  const starts = [0];
  const rated: number[] = [];
  const stars: number[] = [];
  for (const list of lists) {
    for (const [film, given] of list) {
      rated.push(film);
      stars.push(given);
    }
    starts.push(rated.length);
  }
  return {
    count: starts.length - 1,
    films,
    starts: Int32Array.from(starts),
    rated: Int32Array.from(rated),
    stars: Float32Array.from(stars),
  };
}

/** Some of the people, in the order named. */
export function pickPeople(people: People, which: readonly number[]): People {
  return packPeople(
    people.films,
    mapLazily(which, (person) => ratingsOf(people, person)),
  );
}

/** Makes one list at a time: all lists of many people at once would take too much memory. */
export function* mapLazily<Item>(items: Iterable<Item>, list: (item: Item) => Ratings): Generator<Ratings> {
  for (const item of items) yield list(item);
}

/** The films and stars of one person. */
export function ratingsOf({ starts, rated, stars }: People, person: number): [film: number, stars: number][] {
  const list: [number, number][] = [];
  for (let at = starts[person] as number; at < (starts[person + 1] as number); at++)
    list.push([rated[at] ?? 0, stars[at] ?? 0]);
  return list;
}

/** The people without their ratings of the films that `hidden` accepts. */
export function hideFilms(people: People, hidden: (film: number) => boolean): People {
  const list = (person: number) => ratingsOf(people, person).filter(([film]) => !hidden(film));
  return packPeople(people.films, mapLazily(Array(people.count).keys(), list));
}

/** The ratings by film: those of film `f` lie from `starts[f]` to `starts[f + 1]`. */
export interface Audience {
  starts: Int32Array;
  people: Int32Array;
  stars: Float32Array;
}

export function audienceOf({ count, films, starts, rated, stars }: People): Audience {
  const audience = {
    starts: new Int32Array(films + 1),
    people: new Int32Array(rated.length),
    stars: new Float32Array(rated.length),
  };
  for (const film of rated) audience.starts[film + 1] = (audience.starts[film + 1] as number) + 1;
  for (let film = 0; film < films; film++)
    audience.starts[film + 1] = (audience.starts[film + 1] as number) + (audience.starts[film] as number);
  const next = audience.starts.slice();
  for (let person = 0; person < count; person++) {
    for (let at = starts[person] as number; at < (starts[person + 1] as number); at++) {
      const film = rated[at] as number;
      const place = next[film] as number;
      next[film] = place + 1;
      audience.people[place] = person;
      audience.stars[place] = stars[at] as number;
    }
  }
  return audience;
}

/** The number of likes of each film, or with `least` 0 of ratings. */
export function countRatings({ films, rated, stars }: People, least = LIKE): Int32Array {
  const counts = new Int32Array(films);
  rated.forEach((film, at) => {
    if ((stars[at] as number) >= least) counts[film] = (counts[film] as number) + 1;
  });
  return counts;
}
