// Chains between two people or two films.

export const es = {
  connection: {
    apart: {
      people: (films: string, one: boolean) =>
        `A **${films}** ${one ? 'película' : 'películas'} de distancia`,
      films: (people: string, one: boolean) => `A **${people}** ${one ? 'persona' : 'personas'} de distancia`,
    },
    same: { people: 'Es la misma persona.', films: 'Es la misma película.' },
    bacon: (films: string) => `Número de Bacon: **${films}**`,
    noBacon: (name: string) =>
      `${name} no tiene número de Bacon: ningún camino del catálogo llega hasta Kevin Bacon.`,
    none: (from: string, to: string) =>
      `No hay conexión: ningún camino del catálogo lleva de ${from} a ${to}.`,
    role: {
      director: (name: string) => `dirección: ${name}`,
      writer: (name: string) => `guion: ${name}`,
    },
    withCrew: 'Con dirección y guion',
    castOnly: 'Solo repartos',
  },
};

export const en: typeof es = {
  connection: {
    apart: {
      people: (films, one) => `**${films}** ${one ? 'film' : 'films'} apart`,
      films: (people, one) => `**${people}** ${one ? 'person' : 'people'} apart`,
    },
    same: { people: 'The same person.', films: 'The same film.' },
    bacon: (films) => `Bacon number: **${films}**`,
    noBacon: (name) => `${name} has no Bacon number: no way in the catalogue leads to Kevin Bacon.`,
    none: (from, to) => `No connection: no way in the catalogue leads from ${from} to ${to}.`,
    role: {
      director: (name) => `directed by ${name}`,
      writer: (name) => `written by ${name}`,
    },
    withCrew: 'With directors and writers',
    castOnly: 'Casts only',
  },
};
