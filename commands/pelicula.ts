import { readFilm } from '../src/catalogue/film.ts';
import { command } from '../src/command/command.ts';
import { findFilm, suggestTitles } from '../src/lookup/kinds.ts';
import { readId } from '../src/lookup/match.ts';
import { findOtherTitle } from '../src/lookup/other-title.ts';
import { filmCard } from '../src/replies/film-card.ts';
import { filmCall } from '../src/slash/calls.ts';

/** /pelicula: the card of a film. */
export const pelicula = command({
  ...filmCall,
  listed: 'film',
  async execute(call, { catalogue }) {
    const id = await findFilm(call, catalogue, 'titulo');
    const film = await readFilm(catalogue, id);
    const typed = call.options.titulo;
    const other =
      readId(typed) === undefined ? await findOtherTitle(typed, film, call.language, catalogue) : undefined;
    return filmCard(film, call.language, other);
  },
  autocomplete: suggestTitles,
});
