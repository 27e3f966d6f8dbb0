/** The address of a film's poster; undefined without one, and for adult films always. */
export function posterUrl(film: { poster_path: string | null; adult: boolean }, width: 185 | 500) {
  return film.poster_path === null || film.adult
    ? undefined
    : `https://image.tmdb.org/t/p/w${width}${film.poster_path}`;
}
