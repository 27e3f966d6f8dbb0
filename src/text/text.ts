import type { Language } from '../contract/call.ts';
import * as anniversaries from './anniversaries.ts';
import * as chains from './chains.ts';
import * as charts from './charts.ts';
import * as described from './described.ts';
import * as discover from './discover.ts';
import * as filmCard from './film-card.ts';
import * as filmLists from './film-lists.ts';
import * as lookup from './lookup.ts';
import * as people from './people.ts';
import * as queries from './queries.ts';
import * as recommendations from './recommendations.ts';
import * as refusals from './refusals.ts';
import * as server from './server.ts';
import * as versus from './versus.ts';
import * as vocabulary from './vocabulary.ts';

/** The sentences of replies in both languages, a file for each surface; a missing sentence does not compile. */
const es = {
  ...vocabulary.es,
  ...filmCard.es,
  ...people.es,
  ...filmLists.es,
  ...recommendations.es,
  ...discover.es,
  ...described.es,
  ...anniversaries.es,
  ...chains.es,
  ...lookup.es,
  ...charts.es,
  ...versus.es,
  ...server.es,
  ...queries.es,
  ...refusals.es,
};

const en: typeof es = {
  ...vocabulary.en,
  ...filmCard.en,
  ...people.en,
  ...filmLists.en,
  ...recommendations.en,
  ...discover.en,
  ...described.en,
  ...anniversaries.en,
  ...chains.en,
  ...lookup.en,
  ...charts.en,
  ...versus.en,
  ...server.en,
  ...queries.en,
  ...refusals.en,
};

export const text: Record<Language, typeof es> = { es, en };
