import { readFilm } from '../src/catalogue/film.ts';
import { command } from '../src/command/command.ts';
import { findFilm, suggestTitles } from '../src/lookup/kinds.ts';
import { filmCard } from '../src/replies/film-card.ts';
import { filmCall } from '../src/slash/calls.ts';

/** /pelicula: the card of a film. */
export const pelicula = command({
  ...filmCall,
  listed: 'film',
  async execute(call, { catalogue }) {
    const id = await findFilm(call, catalogue, 'titulo');
    return filmCard(await readFilm(catalogue, id), call.language);
  },
  autocomplete: suggestTitles,
});
