import { workerData } from 'node:worker_threads';
import { collectGarbage, serveRequests } from '../lib/worker.ts';
import { createFind, type Wanted } from './find.ts';
import { type EntityKind, filmLabels, personLabels } from './labels.ts';
import { FILM_MANNER, PERSON_MANNER } from './manner.ts';
import { readNames } from './names-file.ts';

const { films, people } = await readNames(String(workerData));
const find = {
  films: createFind(films.index, filmLabels(films.index, films.labels), FILM_MANNER),
  people: createFind(people.index, personLabels(people.index, people.labels, films), PERSON_MANNER),
};

serveRequests(async ({ name, args }) => {
  if (name === 'open') return undefined;
  const [typed, wanted] = args as [string, Wanted];
  return find[name as EntityKind](typed, wanted);
});
// Idle, the thread would keep for good what reading needed: a third more.
collectGarbage();
