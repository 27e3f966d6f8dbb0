import { readFilm } from '../src/catalogue/film.ts';
import type { Command } from '../src/command/command.ts';
import { slash, titleOption } from '../src/command/slash.ts';
import { findFilm, suggestTitles } from '../src/lookup/find.ts';
import { filmCard } from '../src/replies/film-card.ts';

/** /pelicula: the card of a film. */
export const pelicula: Command = {
  data: slash('pelicula', 'film', {
    es: 'La ficha de una película: de qué trata, quién la hizo y cómo le fue',
    en: 'The card of a film: what it is about, who made it and how it did',
  })
    .addStringOption(titleOption)
    .toJSON(),
  async execute(call, { catalogue }) {
    const id = await findFilm(call, catalogue);
    return filmCard(await readFilm(catalogue, id), call.language);
  },
  autocomplete: suggestTitles,
};
