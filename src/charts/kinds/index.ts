import type { Chart } from '../chart.ts';
import { budgets } from './budgets.ts';
import { calendar } from './calendar.ts';
import { byLanguage } from './languages.ts';
import { popularity } from './popularity.ts';
import { returns } from './returns.ts';
import { topTens } from './top-ten.ts';
import { meanVotes } from './votes.ts';
import { wordClouds } from './words.ts';
import { years } from './years.ts';

/** All charts, in the order of the options and selects. */
export const charts: readonly Chart[] = [
  ...wordClouds,
  ...byLanguage,
  popularity,
  meanVotes,
  years,
  calendar,
  returns,
  budgets,
  ...topTens,
];
