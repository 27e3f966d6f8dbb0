import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { runEtl } from '../../etl/run.ts';
import { type Catalogue, openCatalogue } from '../../src/catalogue/catalogue.ts';
import type { Deps } from '../../src/command/command.ts';
import { offlineCall } from '../../src/command/offline.ts';
import { type Focused, UserError } from '../../src/contract/call.ts';
import { findFilm, findPerson, suggestPeople, suggestTitles } from '../../src/lookup/kinds.ts';
import { creditsCsv, film, folderWith, moviesCsv, newFolder, role, work } from '../etl/raw-files.ts';
import { lookupCall } from '../support/ask-command.ts';

type Sort = 'film' | 'actor' | 'director';

/** Real titles and people with about their real number of votes. */
const films: [
  id: number,
  title: string,
  votes: number,
  cast: [string, number][],
  crew: [string, number][],
][] = [
  [1, 'Cast Away', 12_000, [['Tom Hanks', 31]], [['Robert Zemeckis', 24]]],
  [2, 'Finding Nemo', 11_000, [['Willem Dafoe', 5293]], [['Lee Unkrich', 8]]],
  [3, 'Nemo', 4, [['Hank Salas', 60]], []],
  [
    4,
    'Volver',
    900,
    [
      ['Hank Stone', 61],
      ['Colin Hanks', 62],
    ],
    [['Pedro Almodóvar', 309]],
  ],
  [5, 'Return of the Jedi', 9000, [['Harrison Ford', 3]], [['George Lucas', 1]]],
  [6, 'Jedi Junkies', 4, [['Jed Ford', 63]], []],
  [7, 'Enchanted', 3000, [['Amy Adams', 9273]], [['Kevin Lima', 12]]],
  [8, 'The Great Martian War 1913 - 1917', 4, [['Pitt Herbert', 64]], [['Leanne Niro', 65]]],
  [9, 'Se7en', 10_000, [['Brad Pitt', 287]], [['David Fincher', 7467]]],
  [10, 'Wind with the Gone', 4, [['Lee El', 67]], []],
  [11, 'How to Keep the Red Lamp Burning', 2, [['Niroz Haji', 68]], []],
  [12, 'Taxi Driver', 7000, [['Robert De Niro', 380]], [['Martin Scorsese', 1032]]],
  [13, 'Sense and Sensibility', 6000, [], [['Ang Lee', 1614]]],
  [14, 'Malcolm X', 5000, [], [['Spike Lee', 5281]]],
  [15, 'Indiana Jones and the Last Crusade', 8000, [['Harrison Ford', 3]], []],
  [16, 'Indiana Jones and the Temple of Doom', 7000, [['Harrison Ford', 3]], []],
  [17, 'The Joneses', 500, [['David Duchovny', 12640]], []],
  [18, 'Super 8', 8000, [], [['J.J. Abrams', 15_344]]],
  [
    19,
    'Mask',
    2000,
    [
      ['Cher', 38_225],
      ['Cheri Oteri', 69],
      ['Una Damon', 73],
    ],
    [],
  ],
  [20, 'Defined', 9, [['Will Smith', 70]], [['James Mangold', 74]]],
  [21, 'Ali', 6000, [['Will Smith', 2888]], [['Cameron Crowe', 72]]],
  [22, 'Wicker Park', 2500, [['Michael Pitt', 66]], []],
  [23, 'John Wick', 9000, [['Matt Damon', 1892]], [['Russell Crowe', 71]]],
  [24, 'The Jackal and the Fox', 900, [], []],
];

/** Original titles. */
const originals: Record<number, string> = { 7: 'Encantada', 10: 'El viento se llevó lo que' };

let catalogue: Catalogue;

beforeAll(async () => {
  const from = folderWith({
    'movies_metadata.csv': moviesCsv(
      films.map(([id, title, votes]) =>
        film({ id: String(id), title, vote_count: String(votes), original_title: originals[id] ?? title }),
      ),
    ),
    'credits.csv': creditsCsv(
      films.map(([id, , , cast, crew]) => [
        `[${cast.map(([name, person], order) => role(name, person, null, order)).join(', ')}]`,
        `[${crew.map(([name, person]) => work(name, person)).join(', ')}]`,
        String(id),
      ]),
    ),
  });
  const to = newFolder();
  await runEtl({ from, to, texts: `${from}/none.csv`, workers: 1 });
  catalogue = await openCatalogue(to);
});
afterAll(() => catalogue.close());

const read = <Result>(work: (snapshot: Deps['catalogue']) => Promise<Result>, from = catalogue) =>
  from.read(AbortSignal.timeout(10_000), work);

interface Outcome {
  because: 'answered' | 'several' | 'unknown' | 'wrong';
  ids: number[];
}

/** What a lookup answers, asks about or suggests. */
function lookUp(sort: Sort, typed: string, from?: Catalogue): Promise<Outcome> {
  const call = lookupCall(typed, 'es');
  return read(async (snapshot) => {
    try {
      const find = () =>
        sort === 'film' ? findFilm(call, snapshot, 'typed') : findPerson(call, snapshot, 'typed', sort);
      return { because: 'answered', ids: [await find()] };
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      const { because, choices } = error.instead;
      return { because, ids: choices.map(({ value }) => Number(value.slice(1))) };
    }
  }, from);
}

/** The ids that autocomplete offers. */
async function complete(sort: Sort, typed: string, from?: Catalogue): Promise<number[]> {
  const focused: Focused = {
    ...offlineCall,
    subcommand: undefined,
    option: 'typed',
    typed,
    language: 'es',
  };
  const suggest = sort === 'film' ? suggestTitles : suggestPeople(sort);
  const choices = await read((snapshot) => suggest(focused, { catalogue: snapshot } as Deps), from);
  return choices.map(({ value }) => Number(value.slice(1)));
}

describe('a surname', () => {
  it.each<[Sort, string, number]>([
    ['actor', 'Hanks', 31],
    ['actor', 'Ford', 3],
    ['actor', 'Niro', 380],
    ['actor', 'de niro', 380],
    ['actor', 'deniro', 380],
    ['actor', 'Cher', 38_225],
    ['actor', 'Hanks, Tom', 31],
    ['actor', 'hanks tom', 31],
    ['director', 'almodovar', 309],
    ['director', 'JJ Abrams', 15_344],
    ['director', 'J. J. Abrams', 15_344],
    ['director', 'scorcese', 1032],
  ])('%s %s finds the person whom everybody means', async (sort, typed, id) => {
    expect(await lookUp(sort, typed)).toEqual({ because: 'answered', ids: [id] });
  });

  it.each<[Sort, string, number[]]>([
    ['actor', 'Pitt', [287, 66, 64]],
    ['director', 'Lee', [8, 1614, 5281]],
    ['director', 'Crowe', [71, 72]],
    ['actor', 'Damon', [1892, 73]],
    ['actor', 'Will Smith', [2888, 70]],
  ])('%s %s is asked about, the best known first', async (sort, typed, ids) => {
    expect(await lookUp(sort, typed)).toEqual({ because: 'several', ids });
  });
});

describe('a part of a title', () => {
  it.each([
    ['Jedi', 5],
    ['Wick', 23],
    ['jackal fox', 24],
    ['finding nmeo', 2],
    ['Volver', 4],
  ])('%s finds the film that everybody means', async (typed, id) => {
    expect(await lookUp('film', typed)).toEqual({ because: 'answered', ids: [id] });
  });

  it.each([
    ['Nemo', [3, 2]],
    ['Jones', [15, 16]],
  ])('%s is asked about, the best known among them', async (typed, ids) => {
    expect(await lookUp('film', typed)).toEqual({ because: 'several', ids });
  });

  it.each([
    ['Encanto', 7],
    ['1917', 8],
    ['Turning Red', 11],
    ['Lo que el viento se llevó', 10],
    ['undefined', 20],
    ['Jed', 5],
  ])('%s is too little of a title: films are suggested, never answered', async (typed, id) => {
    const { because, ids } = await lookUp('film', typed);
    expect(because).toBe('unknown');
    expect(ids).toContain(id);
  });
});

describe('autocomplete and lookups agree', () => {
  it('a lookup answers with or offers the first suggestion, for every seventh word of the names in the sample', async () => {
    const sample = await openCatalogue(inject('sampleParquet'));
    const names = await read(
      ({ query }) =>
        query<{ sort: Sort; name: string }>(`
          select 'film' as sort, title as name from titles
          union all select 'actor', name from people where cast_films > 1
          union all select 'director', name from people where directed_films > 0
        `),
      sample,
    );
    const words = names.flatMap(({ sort, name }) =>
      name.split(' ').map((word) => JSON.stringify([sort, word])),
    );
    const missed: string[] = [];
    let asked = 0;
    for (const key of [...new Set(words)].filter((_, index) => index % 7 === 0)) {
      const [sort, word]: [Sort, string] = JSON.parse(key);
      const [first] = await complete(sort, word, sample);
      const { ids } = await lookUp(sort, word, sample);
      asked++;
      if (first !== undefined && !ids.includes(first)) missed.push(key);
    }
    await sample.close();
    expect(missed).toEqual([]);
    expect(asked).toBeGreaterThan(300);
  });
});
