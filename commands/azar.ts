import { drawFilm, tallyFilms } from '../src/catalogue/discover.ts';
import { readEnd, readFilm } from '../src/catalogue/film.ts';
import { command, type Deps } from '../src/command/command.ts';
import { type Call, type Reply, UserError } from '../src/contract/call.ts';
import { readPacked, yearsOf } from '../src/lookup/film-filters.ts';
import { nothingReply, surpriseReply } from '../src/replies/discover.ts';
import { surpriseCall } from '../src/slash/discover-calls.ts';
import type { FilmFilters } from '../src/slash/film-filters.ts';
import { genreOption, yearsOption } from '../src/slash/options.ts';

/** A film with fewer votes is not drawn unless it is asked for. */
const LEAST_VOTES = 100;

/** The card of a random film that passes filters, none twice for one person until all were drawn. */
async function draw(
  { userId, adult, language, at }: Call,
  filters: FilmFilters,
  { catalogue, store, random }: Deps,
): Promise<Reply> {
  const drawn = await store.readDraws(userId, at);
  const found = await drawFilm(catalogue, filters, { adult, drawn, random });
  if (found === undefined) {
    const tally = await tallyFilms(catalogue, filters, adult);
    throw new UserError(
      nothingReply(tally, filters, language, { again: surpriseCall, end: await readEnd(catalogue) }),
    );
  }
  const film = await readFilm(catalogue, found.id);
  await store.noteDraw({ userId, filmId: found.id, again: found.again, now: at });
  return surpriseReply(film, filters, language);
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
  execute: async (call, deps) => draw(call, await readPacked(call, deps.catalogue), deps),
});
