import { expect, it } from 'vitest';
import { openCatalogue } from '../../../src/catalogue/catalogue.ts';
import type { Question, Theme } from '../../../src/game/question.ts';
import { drawQuestion } from '../../../src/trivia/questions/draw-question.ts';
import { creditsCsv, film, folderWith, moviesCsv, newFolder, work } from '../../etl/raw-files.ts';
import { run } from '../../etl/run-etl.ts';
import { seeded } from './seeded.ts';

// The sample has no taglines: these films do.
const FILMS: [id: number, title: string, tagline: string, adult?: string][] = [
  [1, 'Alien', 'In space no one can hear you **scream**.'],
  [2, 'The Fly', 'Be afraid. Be very afraid.'],
  [3, 'Jaws', 'You will never go in the water again.'],
  [4, '[Rec](https://example.com)', 'Experience fear, in the dark.'],
  [5, 'Psycho', 'Psycho is here, and so is the shower.'],
  [6, 'Some Adult Film', 'What this is, nobody asks.', 'True'],
];

async function drawTaglines(): Promise<Question[]> {
  const films = FILMS.map(([id, title, tagline, adult = 'False']) =>
    film({ id: String(id), title, tagline, adult, vote_count: '500', release_date: '1980-01-02' }),
  );
  const credits = creditsCsv(FILMS.map(([id]) => ['[]', `[${work('Ana Gil', 7)}]`, String(id)]));
  const to = newFolder();
  await run(folderWith({ 'movies_metadata.csv': moviesCsv(films), 'credits.csv': credits }), to);
  const catalogue = await openCatalogue(to);
  const drawn: Question[] = [];
  await catalogue.read(AbortSignal.timeout(10_000), async (snapshot) => {
    const random = seeded(1);
    for (;;) {
      const films = drawn.map(({ filmId }) => filmId);
      const timesAsked = async () => ({ films, times: films.map(() => 1) });
      const theme: Theme = { kinds: ['tagline'] };
      const question = await drawQuestion(snapshot, { theme, language: 'es', timesAsked }, random);
      if (question === undefined || films.includes(question.filmId)) return;
      drawn.push(question);
    }
  });
  await catalogue.close();
  return drawn.sort((one, other) => one.filmId - other.filmId);
}

it('a tagline is quoted unchanged, and is never of an adult film or one that names its film', async () => {
  const drawn = await drawTaglines();
  expect(drawn.map(({ filmId, text }) => [filmId, text])).toEqual([
    [1, '¿Qué película se anunciaba con esta frase?\n> In space no one can hear you \\*\\*scream\\*\\*.'],
    [2, '¿Qué película se anunciaba con esta frase?\n> Be afraid. Be very afraid.'],
    [3, '¿Qué película se anunciaba con esta frase?\n> You will never go in the water again.'],
    [4, '¿Qué película se anunciaba con esta frase?\n> Experience fear, in the dark.'],
  ]);
  for (const { filmId, options, answer, films } of drawn) {
    expect(options[answer]).toEqual({ label: FILMS[filmId - 1]?.[1], filmId });
    expect(films).not.toContain(6);
  }
});
