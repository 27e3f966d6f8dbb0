// Replies about actors and directors.

/** Cost and revenue of the films with known figures, out of all films; `count` writes a number. */
interface MoneyOfFilms {
  known: number;
  all: number;
  count: (films: number) => string;
  cost: string;
  revenue: string;
  ratio: string;
  median: string;
}

export const es = {
  success: 'Éxito: la suma de los retornos',
  official: (sum: string, mean: string, films: string) =>
    `Suma **${sum}** · retorno promedio **${mean}** · películas **${films}**`,
  asActor: (films: string, one: boolean) =>
    `Actuó en **${films}** ${one ? 'película' : 'películas'} del catálogo`,
  asDirector: (films: string, one: boolean) =>
    `Dirigió **${films}** ${one ? 'película' : 'películas'} del catálogo`,
  yearsFrom: (from: number, to: number) => (from === to ? `, de ${from}` : `, de ${from} a ${to}`),
  directedToo: (films: string) => `También dirigió **${films}**`,
  actedToo: (films: string) => `También actuó en **${films}**`,
  seeDirected: 'Lo que dirigió',
  seeActed: 'Donde actuó',
  whatTheyMade: 'Lo que rindieron',
  costAndRevenueOfAll: ({ known, all, count, cost, revenue, ratio, median }: MoneyOfFilms) => {
    const which =
      known > 1
        ? `Sus **${count(known)}** películas con cifras${known === all ? '' : ` (de ${count(all)})`} costaron ${cost} y recaudaron ${revenue}`
        : `${all === 1 ? 'Costó' : 'La única con cifras costó'} ${cost} y recaudó ${revenue}`;
    const times = ratio === '1' ? '**lo mismo**' : `**${ratio} veces** lo`;
    return known > 1
      ? `${which}: en total, ${times} que costaron; la mediana, **${median}**.`
      : `${which}: ${times} que costó.`;
  },
  bestAndWorst: (best: string, worst: string) => `La que más: ${best}. La que menos: ${worst}.`,
  noReliableMoney: 'Sin cifras confiables de costo y recaudación.',
  returned: (times: string) => `retorno ${times}`,
  moneyNote:
    'Retorno: recaudación entre costo; sin cifras cuenta como 0. Son dudosas las cifras de menos de 1,000 dólares, y más de 1,000× de un costo menor de 10,000.',
  withoutFilmsInPlay: 'Aquí hay una pregunta abierta: no cuento las películas en juego.',
  costsAndMakes: (cost: string, revenue: string) => `costó ${cost}, recaudó ${revenue}`,
  mostlyFrom: (title: string, cost: string) => `Casi todo viene de ${title}, cuyo costo figura como ${cost}.`,
  knownFor: (title: string) => `su película más conocida: ${title}`,
  castIn: (films: string) => `en el reparto de ${films}`,
  directed: (films: string) => `dirigió ${films}`,
};

export const en: typeof es = {
  success: 'Success: the sum of returns',
  official: (sum, mean, films) => `Sum **${sum}** · mean return **${mean}** · films **${films}**`,
  asActor: (films, one) => `In the cast of **${films}** ${one ? 'film' : 'films'} of the catalogue`,
  asDirector: (films, one) => `Director of **${films}** ${one ? 'film' : 'films'} of the catalogue`,
  yearsFrom: (from, to) => (from === to ? `, of ${from}` : `, from ${from} to ${to}`),
  directedToo: (films) => `Also directed **${films}**`,
  actedToo: (films) => `Also acted in **${films}**`,
  seeDirected: 'As director',
  seeActed: 'As actor',
  whatTheyMade: 'What they returned',
  costAndRevenueOfAll: ({ known, all, count, cost, revenue, ratio, median }) => {
    const times = ratio === '1' ? '**as much as** they cost' : `**${ratio} times** what they cost`;
    if (known > 1)
      return `The **${count(known)}** films with figures${known === all ? '' : ` (of ${count(all)})`} cost ${cost} and made ${revenue}: ${times} in total; the median is **${median}**.`;
    return `${all === 1 ? 'It' : 'The only one with figures'} cost ${cost} and made ${revenue}: ${times.replace('they', 'it')}.`;
  },
  bestAndWorst: (best, worst) => `Best: ${best}. Worst: ${worst}.`,
  noReliableMoney: 'No reliable figures of cost and revenue.',
  returned: (times) => `return ${times}`,
  moneyNote:
    'Return: revenue divided by cost; without figures it counts as 0. Figures below 1,000 dollars are doubtful, and so is more than 1,000× of a cost below 10,000.',
  withoutFilmsInPlay: 'A question is open here: films in play are not counted.',
  costsAndMakes: (cost, revenue) => `cost ${cost}, made ${revenue}`,
  mostlyFrom: (title, cost) => `Nearly all of it comes from ${title}, whose cost is given as ${cost}.`,
  knownFor: (title) => `known for ${title}`,
  castIn: (films) => `cast in ${films}`,
  directed: (films) => `directed ${films}`,
};
