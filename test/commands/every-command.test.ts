import { beforeAll, describe, expect, it } from 'vitest';
import { replyProblems } from '#local-discord';
import { commands } from '../../commands/index.ts';
import { runEtl } from '../../etl/run.ts';
import { type Catalogue, openCatalogue } from '../../src/catalogue/catalogue.ts';
import { NotNow } from '../../src/catalogue/withheld.ts';
import { createCharts } from '../../src/charts/charts.ts';
import type { Command, Deps } from '../../src/command/command.ts';
import { guard } from '../../src/command/guard.ts';
import { offlineCall, offlineServices } from '../../src/command/offline.ts';
import { type Language, type Reply, UserError } from '../../src/contract/call.ts';
import { type Option, type Signature, subcommandOf } from '../../src/contract/signature.ts';
import { nothingWithheld, type Withheld } from '../../src/contract/withheld.ts';
import { notNowReply } from '../../src/replies/trouble.ts';
import { readCall } from '../../src/slash/read-call.ts';
import { creditsCsv, film, folderWith, moviesCsv, newFolder, role, work } from '../etl/raw-files.ts';
import { silentLog } from '../support/ask-command.ts';
import { afterFile } from '../support/endings.ts';
import { callsOf, type NamedCall } from '../support/every-call.ts';

const ADULT = { film: 'Velvet Adult Film', person: 'Velvia Adult' };
const SECRET = { film: 'Hidden Question Film', person: 'Secreta Hidden' };

const sagaOf = (id: number) => `{'id': ${id}, 'name': 'Saga ${id} Collection'}`;

/** The adult film and the film of the open question are the best known ones. Each shares a saga with an open film. */
const films = [
  film({ id: '1', title: ADULT.film, adult: 'True', vote_count: '9000', belongs_to_collection: sagaOf(1) }),
  film({ id: '2', title: SECRET.film, vote_count: '8000', belongs_to_collection: sagaOf(2) }),
  ...Array.from({ length: 10 }, (_, index) =>
    film({
      id: String(10 + index),
      title: `Open ${index}`,
      vote_count: String(3000 - index),
      belongs_to_collection: sagaOf(1 + index),
    }),
  ),
].map((one) => ({
  ...one,
  production_companies: "[{'name': 'Studio', 'id': 7}]",
  production_countries: "[{'iso_3166_1': 'MX', 'name': 'Mexico'}]",
}));
const credits: [cast: string, crew: string, id: string][] = [
  [`[${role(ADULT.person, 1, null, 0)}]`, `[${work(ADULT.person, 1)}]`, '1'],
  [`[${role(SECRET.person, 2, null, 0)}]`, `[${work(SECRET.person, 2)}]`, '2'],
  [`[${role('Open Actor', 3, null, 0)}]`, `[${work('Open Director', 4)}]`, '10'],
];

const charts = createCharts();
afterFile(() => charts.close());
let catalogue: Catalogue;

beforeAll(async () => {
  const from = folderWith({ 'movies_metadata.csv': moviesCsv(films), 'credits.csv': creditsCsv(credits) });
  const to = newFolder();
  await runEtl({ from, to, texts: `${from}/none.csv`, workers: 1 });
  catalogue = await openCatalogue(to);
  afterFile(() => catalogue.close());
});

interface Place {
  language: Language;
  adult: boolean;
  withheld: Withheld;
}

const within = <Result>({ withheld }: Place, run: (deps: Deps) => Promise<Result>) =>
  catalogue.read(AbortSignal.timeout(60_000), (snapshot) =>
    run(
      guard(
        {
          ...offlineServices,
          charts,
          catalogue: snapshot,
          clock: Date.now,
          random: Math.random,
          log: silentLog,
        },
        async () => withheld,
        'refuse',
      ),
    ),
  );

/** What autocomplete offers, a text that nothing matches, choices, and the limits of numbers. */
const valuesFor =
  (command: Command) =>
  async (signature: Signature, name: string, option: Option): Promise<unknown[]> => {
    if (option.type === 'boolean') return [true, false];
    if (option.choices !== undefined)
      return option.required
        ? option.choices.map(({ value }) => value)
        : option.choices.slice(-2).map(({ value }) => value);
    if (option.type === 'integer') return [option.min, option.max].filter((limit) => limit !== undefined);
    if (option.autocomplete !== true) return ['x'];
    const subcommand = subcommandOf(signature);
    const focused = {
      ...offlineCall,
      subcommand,
      option: name,
      typed: '',
      language: 'es',
      adult: true,
    } as const;
    const place: Place = { language: 'es', adult: true, withheld: nothingWithheld };
    const choices = await within(place, async (deps) => (await command.autocomplete?.(focused, deps)) ?? []);
    return [...choices.map(({ value }) => value), 'zzqq'];
  };

/** The reply as a person gets it. */
async function replyTo(
  command: Command,
  call: NamedCall,
  { language, adult }: Place,
  deps: Deps,
): Promise<Reply> {
  try {
    const read = { ...readCall(command, call, language), ...offlineCall, language, adult, at: 1 };
    return await command.execute(read, deps);
  } catch (error) {
    if (error instanceof UserError) return error.reply;
    if (error instanceof NotNow) return notNowReply(error.why, language);
    throw error;
  }
}

async function replyToEach(command: Command, place: Place): Promise<Reply[]> {
  const calls = await callsOf(command, valuesFor(command));
  const replies = await within(place, (deps) =>
    Promise.all(calls.map((call) => replyTo(command, call, place, deps))),
  );
  expect(replies.length).toBeGreaterThan(0);
  return replies;
}

const problemsIn = (replies: readonly Reply[]) =>
  replies.flatMap(({ ephemeral: _ephemeral, files: _files, opens: _opens, ...message }) =>
    replyProblems(message),
  );

const textOf = (replies: readonly Reply[]) =>
  JSON.stringify(
    replies.map(({ files, ...message }) => [message, files?.map(({ description }) => description)]),
  );

const names = { ADULT: Object.values(ADULT), SECRET: Object.values(SECRET) };
const mentions = (text: string, list: readonly string[]) => list.filter((name) => text.includes(name));

const anywhere: Place = { language: 'es', adult: false, withheld: nothingWithheld };

describe.each(commands.map((command) => [command.data.name, command] as const))('/%s', (_, command) => {
  it('replies within the limits of Discord, in both languages', async () => {
    for (const language of ['es', 'en'] as const)
      expect(problemsIn(await replyToEach(command, { ...anywhere, language }))).toEqual([]);
  });

  it('shows no adult film in a channel without an age restriction', async () => {
    const replies = await replyToEach(command, anywhere);
    expect(mentions(textOf(replies), [ADULT.film])).toEqual([]);
  });

  it('reveals nothing about the film and the person of an open question', async () => {
    const withheld = { films: new Set([2]), people: new Set([2]) };
    const replies = await replyToEach(command, { ...anywhere, withheld });
    expect(mentions(textOf(replies), names.SECRET)).toEqual([]);
    expect(problemsIn(replies)).toEqual([]);
  });
});

it('the checks find the adult film in an age-restricted channel, and the film of the question when no question is open', async () => {
  const place = { ...anywhere, adult: true };
  const all = await Promise.all(commands.map((command) => replyToEach(command, place)));
  expect(mentions(textOf(all.flat()), [ADULT.film, ...names.SECRET])).toEqual([ADULT.film, ...names.SECRET]);
  expect(problemsIn(all.flat())).toEqual([]);
});
