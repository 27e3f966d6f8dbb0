// Charts.

export const es = {
  chartFilms: (films: string, one: boolean) => `${films} ${one ? 'película' : 'películas'} · Datos: TMDB`,
  chartFigures: (figures: string) => `Las cifras: ${figures}.`,
  chartUnheeded: (option: string) => `*Este gráfico no se puede acotar con* \`${option}\`*.*`,
  chartEmpty:
    'No hay películas así con los datos que pide este gráfico. Prueba con otro género, década o idioma.',
  anotherChart: 'Otro gráfico',
};

export const en: typeof es = {
  chartFilms: (films, one) => `${films} ${one ? 'film' : 'films'} · Data: TMDB`,
  chartFigures: (figures) => `The figures: ${figures}.`,
  chartUnheeded: (option) => `*This chart cannot be narrowed down by* \`${option}\`*.*`,
  chartEmpty: 'There are no such films with what this chart needs. Try another genre, decade or language.',
  anotherChart: 'Another chart',
};
