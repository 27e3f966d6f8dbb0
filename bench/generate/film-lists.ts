import { picturePath } from './people.ts';
import { drawQuantile, type Quantiles, type Random, weighted, weightedItems, zipfWeights } from './random.ts';
import { csvLine, pythonList, pythonText } from './raw-format.ts';
import { capital, inventVocabulary } from './words.ts';

const genres = weightedItems(
  [
    ["{'id': 18, 'name': 'Drama'}", 20],
    ["{'id': 35, 'name': 'Comedy'}", 13],
    ["{'id': 53, 'name': 'Thriller'}", 8],
    ["{'id': 10749, 'name': 'Romance'}", 7],
    ["{'id': 28, 'name': 'Action'}", 7],
    ["{'id': 27, 'name': 'Horror'}", 5],
    ["{'id': 80, 'name': 'Crime'}", 4],
    ["{'id': 99, 'name': 'Documentary'}", 4],
    ["{'id': 878, 'name': 'Science Fiction'}", 3],
    ["{'id': 10751, 'name': 'Family'}", 3],
  ],
  '',
);
const countries = weightedItems(
  [
    ["{'iso_3166_1': 'US', 'name': 'United States of America'}", 50],
    ["{'iso_3166_1': 'GB', 'name': 'United Kingdom'}", 10],
    ["{'iso_3166_1': 'FR', 'name': 'France'}", 10],
    ["{'iso_3166_1': 'JP', 'name': 'Japan'}", 4],
    ["{'iso_3166_1': 'AR', 'name': 'Argentina'}", 1],
    [`{'iso_3166_1': 'LA', 'name': "Lao People's Democratic Republic"}`, 0.1],
  ],
  '',
);
const languages = weightedItems(
  [
    ["{'iso_639_1': 'en', 'name': 'English'}", 60],
    ["{'iso_639_1': 'fr', 'name': 'Français'}", 10],
    ["{'iso_639_1': 'es', 'name': 'Español'}", 6],
    ["{'iso_639_1': 'ja', 'name': '日本語'}", 4],
    ["{'iso_639_1': 'xx', 'name': ''}", 0.5],
  ],
  '',
);
const genreCount: Quantiles = [
  [0, 0],
  [0.05, 0],
  [0.37, 1],
  [0.69, 2],
  [0.9, 3],
  [0.98, 4],
  [1, 8],
];
const companyCount: Quantiles = [
  [0, 0],
  [0.26, 0],
  [0.5, 1],
  [0.75, 2],
  [0.9, 3],
  [0.95, 5],
  [0.99, 8],
  [1, 26],
];
const fewCount: Quantiles = [
  [0, 0],
  [0.1, 0],
  [0.2, 1],
  [0.84, 1],
  [0.95, 2],
  [0.99, 4],
  [1, 19],
];

/** Makes the cells of a film that contain Python literals. */
export function createFilmLists(random: Random) {
  const names = inventVocabulary(random, 9000).map(capital);
  const companies = names.map((name, position) => {
    const ending = random.pick(['Pictures', 'Films', 'Entertainment', 'Productions', "Brothers' Company"]);
    return `{'name': ${pythonText(`${name} ${ending}`)}, 'id': ${position * 9 + 1}}`;
  });
  const drawCompany = weighted(zipfWeights(companies.length, 0.9, 5));
  const different = (quantiles: Quantiles, draw: () => string) =>
    pythonList([...new Set(Array.from({ length: drawQuantile(random, quantiles) }, draw))]);
  return {
    genres: () => different(genreCount, () => genres(random)),
    companies: () => different(companyCount, () => companies[drawCompany(random)] ?? ''),
    countries: () => different(fewCount, () => countries(random)),
    languages: () => different(fewCount, () => languages(random)),
    collection(title: string): string {
      if (!random.chance(0.1)) return '';
      const picture = () => (random.chance(0.85) ? `'${picturePath(random)}'` : 'None');
      const name = pythonText(`${title} Collection`);
      return `{'id': ${random.whole(1, 400_000)}, 'name': ${name}, 'poster_path': ${picture()}, 'backdrop_path': ${picture()}}`;
    },
  };
}

const lengths: Quantiles = [
  [0, 0],
  [0.32, 0],
  [0.5, 2],
  [0.75, 5],
  [0.9, 9],
  [0.95, 13],
  [0.99, 20],
  [0.999, 33],
  [1, 149],
];

/** The lines of keywords.csv for these films, the first `repeated` of them twice. Full-size data have 20,000 keywords. */
export function* generateKeywords(
  random: Random,
  movieIds: readonly number[],
  repeated: number,
): Generator<string> {
  const words = inventVocabulary(random, 60 + Math.round(movieIds.length / 5));
  const entries = Array.from({ length: 50 + Math.round(movieIds.length * 0.44) }, (_, position) => {
    const name = Array.from({ length: random.whole(1, 3) }, () => words[random.whole(0, words.length - 1)]);
    const text = `${name.join(' ')}${random.chance(0.02) ? "'s end" : ''}`;
    return `{'id': ${30 + position * 10}, 'name': ${pythonText(text)}}`;
  });
  const drawEntry = weighted(zipfWeights(entries.length, 0.9, 10));
  const line = (id: number) => {
    const list = Array.from(
      { length: drawQuantile(random, lengths) },
      () => entries[drawEntry(random)] ?? '',
    );
    return csvLine([String(id), pythonList([...new Set(list)])]);
  };
  yield 'id,keywords\n';
  for (const id of movieIds) yield line(id);
  for (const id of movieIds.slice(0, repeated)) yield line(id);
}
