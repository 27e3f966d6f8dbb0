import { randomUUID } from 'node:crypto';
import { beforeAll, expect, it } from 'vitest';
import { allCalls } from '../../commands/index.ts';
import type { Catalogue } from '../../src/catalogue/catalogue.ts';
import type { Snapshot } from '../../src/catalogue/snapshot.ts';
import { NotNow } from '../../src/catalogue/withheld.ts';
import { createCharts } from '../../src/charts/charts.ts';
import type { Command } from '../../src/command/command.ts';
import { guard } from '../../src/command/guard.ts';
import { offlineCall, offlineServices } from '../../src/command/offline.ts';
import { type Reply, UserError } from '../../src/contract/call.ts';
import { type Option, subcommandOf } from '../../src/contract/signature.ts';
import type { Question, QuestionKind } from '../../src/game/question.ts';
import { fold } from '../../src/lib/fold.ts';
import { readCall } from '../../src/slash/read-call.ts';
import type { Store } from '../../src/store/store.ts';
import { money } from '../../src/text/format.ts';
import { drawQuestion } from '../../src/trivia/questions/draw-question.ts';
import { kindsFor } from '../../src/trivia/questions/kinds/index.ts';
import { createSecrets } from '../../src/trivia/secrets.ts';
import { commandNamed, silentLog, testCommand } from '../support/ask-command.ts';
import { afterFile } from '../support/endings.ts';
import { callsOf, type NamedCall } from '../support/every-call.ts';
import { newGame } from '../support/games.ts';
import { openTestStore } from '../support/open-store.ts';
import { sampleCatalogue } from '../support/sample-catalogue.ts';
import { startTestBot } from '../support/test-bot.ts';
import { seeded } from './questions/seeded.ts';

const GUILD = 'g-asking';

let catalogue: Catalogue;
let store: Store;
const charts = createCharts();
afterFile(() => charts.close());

beforeAll(async () => {
  catalogue = await sampleCatalogue();
  store = await openTestStore();
});

const inCatalogue = <Result>(work: (snapshot: Snapshot) => Promise<Result>) =>
  catalogue.read(AbortSignal.timeout(60_000), work);

/** A question none of whose options is one of the words that the bot's own sentences have: "Ella", "Persona", "2012". */
const drawOf = (kind: QuestionKind) =>
  inCatalogue(async (snapshot) => {
    const asked = {
      theme: { kinds: [kind] },
      language: 'es' as const,
      timesAsked: async () => ({ films: [], times: [] }),
    };
    const isWord = ({ label, filmId }: Question['options'][number]) =>
      filmId !== undefined && /^[\p{L}\d]+$/u.test(label);
    for (let random = seeded(7); ; ) {
      const question = await drawQuestion(snapshot, asked, random);
      if (question === undefined) throw new Error(`no question of the kind ${kind}`);
      if (!question.options.some(isWord)) return question;
    }
  });

const roundOf = (gameId: string, question: Question, guildId: string) => ({
  game_id: gameId,
  number: 1,
  guild_id: guildId,
  token: gameId,
  previous: 0,
  question: JSON.stringify(question),
  kind: question.kind,
  film_id: question.filmId,
  difficulty: question.difficulty,
  genre: question.genre,
  decade: question.decade,
  allowed: 30_000,
});

/** Keeps a question open in the server while `work` runs. */
async function withOpenQuestion<Result>(question: Question, work: () => Promise<Result>): Promise<Result> {
  const gameId = randomUUID();
  await store.startGame(newGame(gameId, { guild_id: GUILD }));
  await store.addRound(roundOf(gameId, question, GUILD));
  try {
    return await work();
  } finally {
    await store.endGame({ gameId, reason: 'stopped', now: 1 });
  }
}

type Ask = (
  command: Command,
  subcommand: string | undefined,
  options: Record<string, unknown>,
) => Promise<Reply | undefined>;

/**
 * Gives `work` a function that returns the reply to a person in the server, or undefined if the command is refused during
 * the question. All its calls share one snapshot and one reading of the open questions.
 */
const inServer = <Result>(work: (ask: Ask) => Promise<Result>): Promise<Result> =>
  inCatalogue((snapshot) => {
    const secrets = createSecrets(store);
    const deps = { ...offlineServices, charts, clock: Date.now, random: Math.random, log: silentLog };
    const guarded = guard({ ...deps, store, catalogue: snapshot }, () => secrets.read(GUILD), 'refuse');
    return work(async (command, subcommand, options) => {
      try {
        const call = { ...readCall(command, { subcommand, options }, 'es'), language: 'es' as const };
        const place = { at: 1, guildId: GUILD, channelId: 'c', botPosts: true };
        return await command.execute({ ...call, ...offlineCall, ...place }, guarded);
      } catch (error) {
        if (error instanceof NotNow) return undefined;
        if (error instanceof UserError) return error.reply;
        throw error;
      }
    });
  });

const answerTo: Ask = (...asked) => inServer((ask) => ask(...asked));

/** The films and people of a question and related ones: what a person would look up to find the answer. */
async function factsOf({ films, people }: Question) {
  const named = { films: JSON.stringify(films), people: JSON.stringify(people) };
  return inCatalogue(async ({ query }) => ({
    films: await query<{
      id: number;
      title: string;
      title_es: string | null;
      original_title: string;
      revenue: string;
    }>(
      'select id, title, title_es, original_title, revenue::varchar as revenue from movies where id in (select unnest($films::json::int[]))',
      { films: named.films },
    ),
    /** Titles of other films that contain a title of these: "El rey león" is not "Léon". */
    longer: await query<{ folded: string }>(
      `select distinct other.folded
       from titles own join titles other on contains(' ' || other.folded || ' ', ' ' || own.folded || ' ')
       where own.movie_id in (select unnest($films::json::int[])) and other.folded <> own.folded
         and other.movie_id not in (select unnest($films::json::int[]))
       order by other.folded`,
      { films: named.films },
    ),
    people: await query<{ id: number; name: string }>(
      'select person_id as id, name from people where person_id in (select unnest($people::json::int[]))',
      { people: named.people },
    ),
    nearFilms: await query<{ id: number }>(
      `with cast_of as (from credits where movie_id in (select unnest($films::json::int[])) or person_id in (select unnest($people::json::int[])))
       select distinct movie_id as id from credits semi join cast_of using (person_id)
       where movie_id not in (select unnest($films::json::int[])) order by id limit 3`,
      named,
    ),
    nearPeople: await query<{ id: number }>(
      `select distinct person_id as id from credits where movie_id in (select unnest($films::json::int[]))
       and person_id not in (select unnest($people::json::int[])) order by not acted desc, id limit 3`,
      named,
    ),
    years: await query<{ year: number }>(
      'select distinct release_year as year from movies where id in (select unnest($films::json::int[])) order by year',
      { films: named.films },
    ),
  }));
}

type Facts = Awaited<ReturnType<typeof factsOf>>;

/**
 * Values of an option that could reveal the answer: every choice, the films and people of the question and near it, and the
 * first suggestions for their names, which covers options that take another kind of entity.
 */
async function valuesFor(
  command: Command,
  subcommand: string | undefined,
  [name, option]: [string, Option],
  facts: Facts,
): Promise<unknown[]> {
  if (option.type === 'boolean') return [true];
  if (option.choices !== undefined) return option.choices.map(({ value }) => value);
  if (option.type === 'integer') {
    const { min = 0, max = 9999 } = option;
    return [...facts.years.map(({ year }) => year), 1, 2].filter((value) => value >= min && value <= max);
  }
  if (option.autocomplete !== true) return [true];
  const names = [
    ...facts.films.slice(0, 1).flatMap(({ title, title_es }) => [title, title_es ?? title]),
    ...facts.people.slice(0, 1).map(({ name }) => name),
  ];
  const suggestions = await inCatalogue(async (snapshot) => {
    const deps = { ...offlineServices, charts, clock: Date.now, random: Math.random, log: silentLog };
    const suggest = async (typed: string) =>
      (await command.autocomplete?.(
        { ...offlineCall, subcommand, option: name, typed, language: 'es', adult: true },
        { ...deps, catalogue: snapshot },
      )) ?? [];
    return (await Promise.all(names.map(suggest))).flatMap((choices) => choices.slice(0, 3));
  });
  const near = [...facts.films, ...facts.nearFilms, ...facts.people, ...facts.nearPeople];
  return [
    ...new Set([...near.map(({ id }) => `#${id}`), ...names, ...suggestions.map(({ value }) => value)]),
  ];
}

/** Every call of a command that might reveal the answer. Optional values go with a film or person that is not asked about. */
const revealingCalls = (command: Command, facts: Facts) => {
  const near = facts.nearFilms.map(({ id }) => `#${id}`);
  return callsOf(
    command,
    (signature, name, option) => valuesFor(command, subcommandOf(signature), [name, option], facts),
    (options) => Object.values(options).some((value) => near.includes(String(value))),
  );
};

/** All texts of a reply, including alt texts, labels and custom ids. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Buffer.isBuffer(value) || typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}

/** The facts of a question that a reply reveals: names of its films and people, and revenues. */
function revealedBy(reply: Reply, { films, people, longer }: Facts): string[] {
  const all = ` ${fold(textsIn(reply).join(' · ').replaceAll('\\', ''))} `;
  const content = longer.reduce((left, { folded }) => left.replaceAll(` ${folded} `, ' '), all);
  const names = [
    ...films.flatMap(({ title, title_es, original_title }) => [title, title_es ?? title, original_title]),
    ...people.map(({ name }) => name),
  ];
  // A cost may equal the revenue of another film.
  const withoutCosts = content.replaceAll(/cost(?:o|aron) usd [\d ]+m(?:il)? /gu, '');
  const figures = films.map(({ revenue }) => Number(revenue)).filter((value) => value >= 1000);
  return [
    ...names.filter((name) => content.includes(` ${fold(name)} `)),
    ...figures.map((value) => money(value, 'es')).filter((figure) => withoutCosts.includes(fold(figure))),
  ];
}

it('the check itself finds what a reply reveals', async () => {
  const facts = await factsOf(await drawOf('director'));
  const [film] = facts.films;
  const reply = { embeds: [{ title: 'x', fields: [{ name: 'y', value: `**${film?.title}** (1960)` }] }] };
  expect(revealedBy(reply, facts)).toContain(film?.title);
});

/** The facts of the question that a call reveals; echoed typed text does not count. */
async function revealedByCall(ask: Ask, command: Command, { subcommand, options }: NamedCall, facts: Facts) {
  const reply = await ask(command, subcommand, options);
  const typed = fold(Object.values(options).join(' '));
  const revealed =
    reply === undefined ? [] : revealedBy(reply, facts).filter((text) => !typed.includes(fold(text)));
  return {
    answered: reply !== undefined,
    revealed: revealed.map(
      (text) => `${command.data.name} ${subcommand} ${JSON.stringify(options)}: ${text}`,
    ),
  };
}

// The sample has no taglines.
it.each(kindsFor('es'))(
  'while a question of the kind %s is open, no call reveals its answer',
  async (kind) => {
    const question = await drawOf(kind);
    const facts = await factsOf(question);
    await withOpenQuestion(question, async () => {
      let answered = 0;
      for (const command of allCalls) {
        const calls = await revealingCalls(command, facts);
        const found = await inServer((ask) =>
          Promise.all(calls.map((asked) => revealedByCall(ask, command, asked, facts))),
        );
        expect(found.flatMap(({ revealed }) => revealed)).toEqual([]);
        answered += found.filter(({ answered }) => answered).length;
      }
      // Lookups of other films and people still work.
      expect(answered).toBeGreaterThan(20);
    });
  },
);

it('a list is not refused because of its content: a refusal would reveal the year or language of a film in play', async () => {
  const question = await drawOf('year');
  const { nearFilms } = await factsOf(question);
  const command = commandNamed('recomendacion');
  expect(nearFilms).toHaveLength(3);
  await withOpenQuestion(question, async () => {
    for (const { id } of nearFilms)
      for (const { label } of question.options) {
        const years = { epoca: label };
        const reply = await answerTo(command, undefined, { titulo: `#${id}`, ...years });
        expect(reply).toBeDefined();
        expect(reply?.ephemeral).not.toBe(true);
      }
  });
});

it('a new command is refused while a question is open, without any code for games', async () => {
  const question = await drawOf('year');
  const fresh = testCommand('nuevo', async (_, deps) => {
    const [row] = await deps.catalogue.query<{ titles: string }>(
      `select string_agg(title, ', ') as titles from movies`,
    );
    return { content: row?.titles ?? '' };
  });
  expect((await answerTo(fresh, undefined, {}))?.content).toContain('Toy Story');
  expect(await withOpenQuestion(question, () => answerTo(fresh, undefined, {}))).toBeUndefined();
});

it('a cached chart is refused too, and autocomplete leaves out the films of the question', async () => {
  const question = await drawOf('came_first');
  const { films } = await factsOf(question);
  const live = await startTestBot();
  const guildId = live.discord.guilds[0]?.id ?? '';
  const ana = live.discord.person({ name: 'Ana' });
  const chart = () => ana.command('eda grafico', { tipo: 'top_votos' });
  expect((await chart()).ephemeral).toBe(false);
  await live.store.startGame(newGame('chart', { guild_id: guildId, due_at: Date.now() + 100_000 }));
  await live.store.addRound(roundOf('chart', question, guildId));
  const refused = await chart();
  expect(refused.ephemeral).toBe(true);
  expect(refused.message.content).toBe(
    'Aquí hay una pregunta abierta y esto podría dar pistas. Pregúntamelo después de la ronda. 🤫',
  );
  expect(films.length).toBeGreaterThan(1);
  for (const { id, title } of films) {
    const offered = await ana.autocomplete('pelicula', 'titulo', title);
    expect(offered.map(({ value }) => value)).not.toContain(`#${id}`);
  }
  await live.store.endGame({ gameId: 'chart', reason: 'stopped', now: Date.now() });
  await expect.poll(async () => (await chart()).ephemeral).toBe(false);
});

it('the queries of an answer are refused too, for a film that has nothing to do with the question as well', async () => {
  const question = await drawOf('came_first');
  const { films } = await factsOf(question);
  expect(films.map(({ id }) => id)).not.toContain(862);
  const live = await startTestBot();
  const guildId = live.discord.guilds[0]?.id ?? '';
  const ana = live.discord.person({ name: 'Ana' });
  const card = await ana.command('pelicula', { titulo: '#862' });
  await live.store.startGame(newGame('queries', { guild_id: guildId, due_at: Date.now() + 100_000 }));
  await live.store.addRound(roundOf('queries', question, guildId));
  expect((await ana.press(card, 'Ver consulta')).message.content).toBe(
    'Aquí hay una pregunta abierta y esto podría dar pistas. Pregúntamelo después de la ronda. 🤫',
  );
});

it('if the store does not answer, lookups are refused in a server with a game and answered in a server without', async () => {
  const own = await openTestStore();
  let isBroken = false;
  let playing: readonly string[] = [];
  const failing: Store = new Proxy(own, {
    get(store, name) {
      if (isBroken) return () => Promise.reject(new Error('the store is busy'));
      if (name === 'guildsPlaying') return async () => (playing = await store.guildsPlaying());
      return Reflect.get(store, name);
    },
  });
  const live = await startTestBot({ store: failing, options: { guilds: 2 } });
  const [busy, quiet] = [0, 1].map((guild) => live.discord.person({ name: 'Ana', guild }));
  const guildId = live.discord.guilds[0]?.id ?? '';
  // As if another process ran the game: this process has not read its question.
  await own.startGame(newGame('busy', { guild_id: guildId, due_at: Date.now() + 100_000 }));
  await own.addRound(roundOf('busy', await drawOf('year'), guildId));
  await expect.poll(() => playing).toEqual([guildId]);
  isBroken = true;
  const refused = await busy?.command('pelicula', { titulo: '#862' });
  expect(refused?.ephemeral).toBe(true);
  expect(refused?.message.content).toContain('no sé qué está en juego aquí');
  expect(await busy?.autocomplete('pelicula', 'titulo', 'toy')).toEqual([]);
  expect((await quiet?.command('pelicula', { titulo: '#862' }))?.message.embeds[0]?.title).toContain(
    'Toy Story',
  );
  isBroken = false;
});
