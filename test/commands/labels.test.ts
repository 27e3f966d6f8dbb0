import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commands } from '../../commands/index.ts';
import { runEtl } from '../../etl/run.ts';
import { type Catalogue, openCatalogue } from '../../src/catalogue/catalogue.ts';
import type { Command, Deps } from '../../src/command/command.ts';
import { offlineCall } from '../../src/command/offline.ts';
import type { Language } from '../../src/contract/call.ts';
import { type Option, subcommandOf } from '../../src/contract/signature.ts';
import {
  findCompany,
  findFilm,
  findPerson,
  findSaga,
  suggestCompanies,
  suggestPeople,
  suggestSagas,
  suggestTitles,
} from '../../src/lookup/kinds.ts';
import { findOrigin, suggestOrigins } from '../../src/lookup/origins.ts';
import type { Role } from '../../src/search/kinds/people.ts';
import { readCall } from '../../src/slash/read-call.ts';
import { creditsCsv, film, folderWith, moviesCsv, newFolder, role, work } from '../etl/raw-files.ts';
import {
  askCommand,
  autocompleteOption,
  type LookupCall,
  lookupCall,
  readOut,
  requiredOptions,
} from '../support/ask-command.ts';
import { sampleCatalogue } from '../support/sample-catalogue.ts';

// A client that pastes a command sends a choice's name in place of its value.

const LANGUAGES: Language[] = ['es', 'en'];

/** Invented films whose titles look like parts of labels. */
const odd = [
  'Face / Off',
  'Heat (1995)',
  'Heat',
  'One · Two',
  'Wait for it…',
  `A Very Long Title ${'that goes on '.repeat(8)}`.trim(),
  `A Very Long Title ${'that goes on '.repeat(8)}and on`,
  'Twins',
  'Twins',
  'Doubles',
  'Doubles',
].map((title, index) =>
  film({ id: String(index + 1), title, release_date: title === 'One · Two' ? '' : '1995-02-03' }),
);
const longName = `Juana ${'de la Cruz y '.repeat(9)}Vega`;

const read = <Result>(catalogue: Catalogue, ask: (snapshot: Deps['catalogue']) => Promise<Result>) =>
  catalogue.read(AbortSignal.timeout(20_000), ask);

let catalogue: Catalogue;
beforeAll(async () => {
  const from = folderWith({
    'movies_metadata.csv': moviesCsv(odd),
    'credits.csv': creditsCsv([
      [`[${role(longName, 50)}]`, `[${work('Ana Uno', 51)}, ${work('Ana Dos', 52)}]`, '2'],
      ['[]', `[${work('Eva Uno', 53)}]`, '8'],
      ['[]', `[${work('Eva Dos', 54)}]`, '9'],
    ]),
  });
  const to = newFolder();
  await runEtl({ from, to, texts: `${from}/none.csv`, workers: 1 });
  catalogue = await openCatalogue(to);
});
afterAll(() => catalogue.close());

interface Completing {
  typed: readonly string[];
  suggest: NonNullable<Command['autocomplete']>;
  find: (call: LookupCall) => Promise<unknown>;
}

/** The number of labels that an option offers, and the labels that are not read back as their values. */
async function lost(snapshot: Deps['catalogue'], { typed, suggest, find }: Completing) {
  const choices = new Map<string, { name: string; value: string }>();
  for (const language of LANGUAGES) {
    for (const text of typed) {
      const focused = { ...offlineCall, subcommand: undefined, option: 'typed', typed: text, language };
      const found = await suggest(focused, { catalogue: snapshot } as Deps);
      for (const choice of found.filter(({ name }) => !/^(?:«.*» no está|There is no “)/u.test(name)))
        choices.set(`${language} ${choice.value}`, choice);
    }
  }
  // Read in both languages: a person who pastes a command need not be the one who copied it.
  const readings = [...choices.values()].flatMap((choice) =>
    LANGUAGES.map(async (language) => {
      const found = await find(lookupCall(choice.name, language)).catch(() => undefined);
      return [`#${found}`, found].includes(choice.value) ? [] : [`${choice.name} -> ${found}`];
    }),
  );
  return { labels: choices.size, lost: (await Promise.all(readings)).flat() };
}

describe('a label of autocomplete is read back as its value', () => {
  const film = (snapshot: Deps['catalogue'], typed: readonly string[]) =>
    lost(snapshot, { typed, suggest: suggestTitles, find: (call) => findFilm(call, snapshot, 'typed') });
  const person = (snapshot: Deps['catalogue'], typed: readonly string[], of: Role) =>
    lost(snapshot, {
      typed,
      suggest: suggestPeople(of),
      find: (call) => findPerson(call, snapshot, 'typed', of),
    });

  it('every film of the sample, in both languages', async () => {
    const result = await read(await sampleCatalogue(), async (snapshot) => {
      const films = await snapshot.query<{ id: string }>(
        `select '#' || id as id from movies where not adult`,
      );
      return film(
        snapshot,
        films.map(({ id }) => id),
      );
    });
    expect(result.lost).toEqual([]);
    expect(result.labels).toBeGreaterThan(700);
  });

  it.each<[Role, string]>([
    ['actor', `select '#' || person_id as id from people where cast_films > 0 order by votes desc limit 300`],
    [
      'director',
      `select '#' || person_id as id from people where directed_films > 0 order by votes desc limit 300`,
    ],
  ])('every well known %s of the sample, in both languages', async (of, sql) => {
    const result = await read(await sampleCatalogue(), async (snapshot) => {
      const people = await snapshot.query<{ id: string }>(sql);
      return person(
        snapshot,
        people.map(({ id }) => id),
        of,
      );
    });
    expect(result.lost).toEqual([]);
    expect(result.labels).toBeGreaterThan(400);
  });

  it('every saga and every company of the sample, in both languages', async () => {
    const result = await read(await sampleCatalogue(), async (snapshot) => {
      const ids = async (sql: string) => (await snapshot.query<{ id: string }>(sql)).map(({ id }) => id);
      const sagas = await ids(
        `select distinct '#' || collection_id as id from movies where collection_id > 0`,
      );
      const companies = await ids(`select distinct '#' || company_id as id from movie_companies`);
      return [
        await lost(snapshot, {
          typed: sagas,
          suggest: suggestSagas,
          find: (call) => findSaga(call, snapshot, 'typed'),
        }),
        await lost(snapshot, {
          typed: companies,
          suggest: suggestCompanies,
          find: (call) => findCompany(call, snapshot, 'typed'),
        }),
      ];
    });
    expect(result.map((kind) => kind.lost)).toEqual([[], []]);
    expect(Math.min(...result.map(({ labels }) => labels))).toBeGreaterThan(100);
  });

  it.each(['country', 'language'] as const)('every %s of the sample', async (kind) => {
    const result = await read(await sampleCatalogue(), (snapshot) =>
      lost(snapshot, {
        typed: ['', 'a', 'e', 'i', 'b', 'c', 'p'],
        suggest: suggestOrigins(kind),
        find: (call) => findOrigin(kind, call, snapshot, 'typed'),
      }),
    );
    expect(result.lost).toEqual([]);
    expect(result.labels).toBeGreaterThan(20);
  });

  it('titles that look like labels, long titles, namesakes and a long name', async () => {
    const result = await read(catalogue, async (snapshot) => ({
      films: await film(snapshot, ['', 'A Very Long Title', 'Heat', 'Twins', 'Doubles']),
      people: await person(snapshot, ['Juana', 'Ana Uno'], 'actor'),
    }));
    expect(result).toEqual({ films: { labels: 22, lost: [] }, people: { labels: 2, lost: [] } });
  });

  it('equal labels get the ids of their films', async () => {
    const choices = await autocompleteOption(catalogue)('pelicula', 'titulo', 'A Very Long Title');
    const title = 'A Very Long Title that goes on that goes on that goes on that goes…';
    expect(choices.map(({ name }) => name)).toEqual([`${title} (1995) · #6`, `${title} (1995) · #7`]);
  });

  it('an outdated label still finds its film and its person', async () => {
    const found = await read(catalogue, async (snapshot) => [
      await findFilm(lookupCall('Heat (1995) · Somebody Else', 'es'), snapshot, 'typed'),
      await findPerson(
        lookupCall('Ana Uno · directed 77 · known for Gone', 'en'),
        snapshot,
        'typed',
        'director',
      ),
    ]);
    expect(found).toEqual([3, 51]);
  });

  it('a label typed into autocomplete is offered again', async () => {
    const [{ name: label = '' } = {}] = await autocompleteOption(catalogue)('pelicula', 'titulo', 'face off');
    const [first, ...others] = await autocompleteOption(catalogue)('pelicula', 'titulo', label, {
      language: 'en',
    });
    expect([first?.value, others]).toEqual(['#1', []]);
  });
});

const completed = commands
  .flatMap(({ signatures }) => signatures)
  .flatMap(({ name, options, json }) =>
    Object.entries(options)
      .filter(([, option]) => json !== undefined && 'autocomplete' in option)
      .map(([option]) => [name, option] as const),
  );

it.each(completed)(
  '/%s answers to a label of %s as to its value, in both languages',
  async (name, option) => {
    const sample = await sampleCatalogue();
    const required = await requiredOptions(sample)(name);
    const ask = async (value: string, language: Language) =>
      readOut(await askCommand(sample)(name, { ...required, [option]: value }, { language }));
    for (const language of LANGUAGES) {
      const choices = (await autocompleteOption(sample)(name, option, '', { language })).slice(0, 3);
      expect(choices).toHaveLength(3);
      for (const choice of choices)
        expect([choice.name, await ask(choice.name, language)]).toEqual([
          choice.name,
          await ask(choice.value, language),
        ]);
    }
  },
);

it('options of many commands are completed', () => {
  expect(completed.length).toBeGreaterThan(15);
});

it('every choice is accepted by its name in both languages', () => {
  const named = commands.flatMap((command) =>
    command.signatures.flatMap((signature) => {
      const options = Object.entries(signature.options);
      const needed = options.filter(([, option]) => option.required === true);
      const others = Object.fromEntries(
        needed.map(([name, option]) => [name, listOf(option)[0]?.value ?? 'x']),
      );
      return options.flatMap(([name, option]) =>
        listOf(option).flatMap(({ value, es, en, also = [] }) =>
          [es, en, ...also].map((label) => {
            const call = { subcommand: subcommandOf(signature), options: { ...others, [name]: label } };
            return { name, label, value, read: readCall(command, call, 'es').options[name] };
          }),
        ),
      );
    }),
  );
  expect(named.filter(({ value, read: understood }) => understood !== value)).toEqual([]);
  expect(named.length).toBeGreaterThan(300);
});

const listOf = (option: Option) => (option.type === 'boolean' ? [] : (option.choices ?? []));
