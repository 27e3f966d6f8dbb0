// Films by what is remembered of them.

export const es = {
  described: (typed: string) => `¿Será una de estas? «${typed}»`,
  nothingDescribed: (typed: string) =>
    `No se me ocurre ninguna película con «${typed}». Cuéntame más: qué pasa, quién sale, de qué país o época es.`,
  noMoreDescribed: 'No hay más películas que coincidan.',
  searchPlot: 'Buscar por lo que recuerdas 🔎',
};

export const en: typeof es = {
  described: (typed) => `Is it one of these? “${typed}”`,
  nothingDescribed: (typed) =>
    `I can think of no film with “${typed}”. Tell me more: what happens, who is in it, which country or years it is from.`,
  noMoreDescribed: 'No more films fit.',
  searchPlot: 'Search by what you remember 🔎',
};
