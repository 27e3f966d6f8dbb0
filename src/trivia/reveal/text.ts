import type { Language } from '../../contract/call.ts';

/** The sentences about the film of an answer. Titles, names and figures arrive escaped and formatted. */
const es = {
  series: (name: string) => `Las demás son de la saga **${name}**.`,
  earned: (film: string, cost: string, earned: string, times: string) =>
    `${film} costó ${cost} y recaudó ${earned}: ${times} veces lo que costó.`,
  lost: (film: string, cost: string, earned: string) => `${film} costó ${cost} y recaudó apenas ${earned}.`,
  topOfYear: (film: string, year: number, earned: string) =>
    `Ninguna película de ${year} recaudó más que ${film}: ${earned}.`,
  sameDay: (film: string, other: string, date: string) =>
    `${film} se estrenó el mismo día que ${other}: el ${date}.`,
  sameYear: (others: string, year: number) => `Del mismo año, ${year}: ${others}.`,
  directorStars: (film: string, person: string) => `${person} dirige ${film} y también la protagoniza.`,
  directorActs: (film: string, person: string) => `${person} dirige ${film} y también actúa en ella.`,
  togetherLater: (people: string, film: string, other: string) =>
    `Después de ${film}, ${people} volvieron a coincidir en ${other}.`,
  togetherBefore: (people: string, film: string, other: string) =>
    `Antes de ${film}, ${people} ya habían coincidido en ${other}.`,
  billedLate: (film: string, person: string, place: number) =>
    `${person} también sale en ${film}, en el puesto ${place} del reparto.`,
  long: (film: string, duration: string) => `${film} dura ${duration}.`,
  originalTitle: (film: string, original: string) => `El título original de ${film} es ${original}.`,
};

const en: typeof es = {
  series: (name) => `The others belong to the series **${name}**.`,
  earned: (film, cost, earned, times) =>
    `${film} cost ${cost} and earned ${earned}: ${times} times its cost.`,
  lost: (film, cost, earned) => `${film} cost ${cost} and earned a mere ${earned}.`,
  topOfYear: (film, year, earned) => `No film of ${year} earned more than ${film}: ${earned}.`,
  sameDay: (film, other, date) => `${film} opened on the same day as ${other}: ${date}.`,
  sameYear: (others, year) => `From the same year, ${year}: ${others}.`,
  directorStars: (film, person) => `${person} directs ${film} and stars in it.`,
  directorActs: (film, person) => `${person} directs ${film} and acts in it.`,
  togetherLater: (people, film, other) => `After ${film}, ${people} met again in ${other}.`,
  togetherBefore: (people, film, other) => `Before ${film}, ${people} had met in ${other}.`,
  billedLate: (film, person, place) => `${person} is in ${film} too: number ${place} in the cast.`,
  long: (film, duration) => `${film} runs ${duration}.`,
  originalTitle: (film, original) => `The original title of ${film} is ${original}.`,
};

export const revealText: Record<Language, typeof es> = { es, en };
