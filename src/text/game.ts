import type { Language } from '../contract/call.ts';
import * as storedData from './stored-data.ts';
import * as daily from './trivia-daily.ts';
import * as question from './trivia-question.ts';
import * as results from './trivia-results.ts';
import * as start from './trivia-start.ts';

/** The sentences of the trivia, of settings and of personal data in both languages; a missing sentence does not compile. */
const es = {
  ...start.es,
  ...question.es,
  ...results.es,
  ...daily.es,
  ...storedData.es,
};

const en: typeof es = {
  ...start.en,
  ...question.en,
  ...results.en,
  ...daily.en,
  ...storedData.en,
};

export const gameText: Record<Language, typeof es> = { es, en };
