// Names that several things share or nothing has.

const peopleEs = {
  several: (typed: string) => `Varias personas coinciden con «${typed}». ¿A quién buscas?`,
  choose: 'Elige a una persona',
};

export const es = {
  /** By what is looked up: several match, the placeholder of the select that asks which one, none matches. */
  lookups: {
    film: {
      several: (typed: string) => `Varias películas coinciden con «${typed}». ¿Cuál buscas?`,
      choose: 'Elige una película',
      unknown: (typed: string) => `No encontré ninguna película llamada «${typed}».`,
    },
    actor: {
      ...peopleEs,
      unknown: (typed: string) => `No encontré a nadie llamado «${typed}» en ningún reparto.`,
    },
    director: {
      ...peopleEs,
      unknown: (typed: string) => `No encontré a nadie llamado «${typed}» que haya dirigido una película.`,
    },
    person: { ...peopleEs, unknown: (typed: string) => `No encontré a nadie llamado «${typed}».` },
    saga: {
      several: (typed: string) => `Varias sagas coinciden con «${typed}». ¿Cuál buscas?`,
      choose: 'Elige una saga',
      unknown: (typed: string) => `No encontré ninguna saga llamada «${typed}».`,
    },
    company: {
      several: (typed: string) => `Varias productoras coinciden con «${typed}». ¿Cuál buscas?`,
      choose: 'Elige una productora',
      unknown: (typed: string) => `No encontré ninguna productora llamada «${typed}».`,
    },
    country: {
      several: (typed: string) => `Varios países coinciden con «${typed}». ¿Cuál buscas?`,
      choose: 'Elige un país',
      unknown: (typed: string) => `No encontré películas de ningún país llamado «${typed}».`,
    },
    language: {
      several: (typed: string) => `Varios idiomas coinciden con «${typed}». ¿Cuál buscas?`,
      choose: 'Elige un idioma',
      unknown: (typed: string) => `No encontré películas en ningún idioma llamado «${typed}».`,
    },
  },
  onlyTheBestKnown: 'Son muchas: aquí van las más conocidas. Con más letras afinas la búsqueda.',
  didYouMean: '¿Quisiste decir…?',
  noSuchId: 'No tengo nada con ese número.',
  catalogueEnds: (month: string) => `El catálogo llega hasta ${month}.`,
  tryAutocomplete: 'Escribe unas letras y elige de la lista que aparece.',
};

export type LookupWords = keyof typeof es.lookups;

const peopleEn = {
  several: (typed: string) => `Several people go by “${typed}”. Who do you mean?`,
  choose: 'Choose a person',
};

export const en: typeof es = {
  lookups: {
    film: {
      several: (typed) => `Several films go by “${typed}”. Which one do you mean?`,
      choose: 'Choose a film',
      unknown: (typed) => `I found no film called “${typed}”.`,
    },
    actor: { ...peopleEn, unknown: (typed) => `I found nobody called “${typed}” in any cast.` },
    director: { ...peopleEn, unknown: (typed) => `I found nobody called “${typed}” among the directors.` },
    person: { ...peopleEn, unknown: (typed) => `I found nobody called “${typed}”.` },
    saga: {
      several: (typed) => `Several series go by “${typed}”. Which one do you mean?`,
      choose: 'Choose a series',
      unknown: (typed) => `I found no series called “${typed}”.`,
    },
    company: {
      several: (typed) => `Several companies go by “${typed}”. Which one do you mean?`,
      choose: 'Choose a company',
      unknown: (typed) => `I found no company called “${typed}”.`,
    },
    country: {
      several: (typed) => `Several countries go by “${typed}”. Which one do you mean?`,
      choose: 'Choose a country',
      unknown: (typed) => `I found no films of a country called “${typed}”.`,
    },
    language: {
      several: (typed) => `Several languages go by “${typed}”. Which one do you mean?`,
      choose: 'Choose a language',
      unknown: (typed) => `I found no films in a language called “${typed}”.`,
    },
  },
  onlyTheBestKnown: 'There are many: these are the best known. More letters narrow it down.',
  didYouMean: 'Did you mean…?',
  noSuchId: 'I have nothing under that number.',
  catalogueEnds: (month) => `The catalogue ends in ${month}.`,
  tryAutocomplete: 'Type a few letters and choose from the list that opens.',
};
