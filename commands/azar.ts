import { drawFrom, readPool, tallyFilms } from '../src/catalogue/discover.ts';
import { readEnd, readFilm } from '../src/catalogue/film.ts';
import { command, type Deps } from '../src/command/command.ts';
import { type Call, type Reply, UserError } from '../src/contract/call.ts';
import { packIds, unpackIds } from '../src/contract/custom-id.ts';
import { readPacked, yearsOf } from '../src/lookup/film-filters.ts';
import { nothingReply, surpriseReply } from '../src/replies/discover.ts';
import { staleReply } from '../src/replies/trouble.ts';
import { surpriseCall } from '../src/slash/discover-calls.ts';
import { type FilmFilters, packFilters } from '../src/slash/film-filters.ts';
import { genreOption, yearsOption } from '../src/slash/options.ts';

/** A film with fewer votes is not drawn unless it is asked for. */
const LEAST_VOTES = 100;

const MOST_SEEDS = 2 ** 31;

/** The card of a random film that passes filters, none twice for one person until all were drawn. */
async function draw(call: Call, filters: FilmFilters, { catalogue, store, random }: Deps): Promise<Reply> {
  const { userId, adult, language, at } = call;
  const drawn = await store.readDraws(userId, at);
  const from = { seed: Math.floor(random() * MOST_SEEDS), limit: drawn.length + 1 };
  const found = drawFrom(await readPool(catalogue, filters, { adult, ...from }), drawn);
  if (found === undefined) {
    const tally = await tallyFilms(catalogue, filters, adult);
    throw new UserError(
      nothingReply(tally, filters, language, { again: surpriseCall, end: await readEnd(catalogue) }),
    );
  }
  const sorteo = packIds([from.seed, from.limit, found.id]);
  call.resolved?.({ filtros: packFilters(filters), sorteo }, surpriseCall);
  const film = await readFilm(catalogue, found.id);
  await store.noteDraw({ userId, filmId: found.id, again: found.again, now: at });
  return surpriseReply(film, filters, language);
}

/** The film of an earlier draw, with the same queries. */
async function drawAgain(
  { adult, language }: Call,
  filters: FilmFilters,
  sorteo: string,
  { catalogue }: Deps,
): Promise<Reply> {
  const [seed = -1, limit = -1, id = -1] = unpackIds(sorteo);
  const isValid = [seed, limit].every((part) => part >= 0 && part < MOST_SEEDS);
  const pool = isValid ? await readPool(catalogue, filters, { adult, seed, limit }) : [];
  if (!pool.includes(id)) throw new UserError(staleReply(language));
  return surpriseReply(await readFilm(catalogue, id), filters, language);
}

/** /azar: a random film. */
export const azar = command({
  name: 'azar',
  english: 'random',
  es: 'Una película al azar que no te haya salido antes',
  en: 'A random film that you have not drawn before',
  listed: 'film',
  options: { genero: genreOption, epoca: yearsOption },
  execute: (call, deps) =>
    draw(call, { genre: call.options.genero, ...yearsOf(call), votes: LEAST_VOTES }, deps),
});

/** The button "surprise me". */
export const sorpresa = command({
  ...surpriseCall,
  listed: false,
  async execute(call, deps) {
    const filters = await readPacked(call, deps.catalogue);
    const { sorteo } = call.options;
    return sorteo === undefined ? draw(call, filters, deps) : drawAgain(call, filters, sorteo, deps);
  },
});
