import { expect, it } from 'vitest';
import type { Theme } from '../../src/game/question.ts';
import { answerOf, drawQuestion, subjectsOf } from '../../src/trivia/questions/draw-question.ts';
import { countFilms } from '../../src/trivia/questions/pool.ts';
import { sampleCatalogue } from '../support/sample-catalogue.ts';
import { description, isOpen, startTrivia } from '../support/trivia.ts';
import { seeded } from './questions/seeded.ts';

const TOM_HANKS = { id: 31, name: 'Tom Hanks' };

/** The questions of one game on the sample, until they run out. */
async function play(theme: Theme) {
  const catalogue = await sampleCatalogue();
  return catalogue.read(AbortSignal.timeout(60_000), async (snapshot) => {
    const random = seeded(11);
    const questions = [];
    let played: number[] = [];
    let answered: number[] = [];
    for (;;) {
      const timesAsked = async () => ({ films: [], times: [] });
      const question = await drawQuestion(
        snapshot,
        { theme, language: 'es', timesAsked, played, answered },
        random,
      );
      if (question === undefined) break;
      questions.push(question);
      played = [...played, ...subjectsOf(question)];
      answered = questions.map(answerOf).filter((id) => id !== undefined);
    }
    return { questions, films: await countFilms(snapshot, theme, 'es') };
  });
}

it('a game about a person asks about each of their films once, and never for that person', async () => {
  const { questions, films } = await play({ person: TOM_HANKS });
  expect(questions.length).toBeGreaterThan(3);
  expect(questions.length).toBeLessThanOrEqual(films);
  expect(new Set(questions.map(({ filmId }) => filmId)).size).toBe(questions.length);
  for (const question of questions) expect(answerOf(question)).not.toBe(TOM_HANKS.id);
});

it('a game about a saga never offers films of which one alone is of the saga', async () => {
  const { questions, films } = await play({ collection: { id: 10194, name: 'Toy Story' } });
  expect(questions).toHaveLength(films);
  for (const { kind, options } of questions)
    if (kind !== 'collection_order') expect(options.every(({ filmId }) => filmId === undefined)).toBe(true);
});

it('a theme is a saga, a person or a decade; too few films are refused with their number', async () => {
  const trivia = await startTrivia();
  const ana = trivia.join('Ana');
  const labels = async (typed: string) =>
    (await ana.autocomplete('trivia jugar', 'tema', typed)).map(({ name, value }) => [name, value]);
  expect(await labels('tom hank')).toContainEqual([
    expect.stringMatching(/^Persona: Tom Hanks · /u),
    'persona #31',
  ]);
  expect(await labels('toy stor')).toContainEqual([
    expect.stringMatching(/^Saga: Toy Story · /u),
    'saga #10194',
  ]);
  expect(await labels('años 90')).toContainEqual(['años 90', '1990']);
  const short = await ana.command('trivia jugar', { tema: 'saga #10194' });
  expect(short.ephemeral).toBe(true);
  expect(short.message.content).toMatch(
    /^Para «Toy Story» tengo preguntas de \d películas, y en una partida de 10 no se repite ninguna\. /u,
  );
  const person = await ana.command('trivia jugar', { tema: 'Tom Hanks', rondas: 50 });
  expect(person.message.content).toMatch(/^Para «películas de Tom Hanks» tengo preguntas de \d+ películas/u);
  const unknown = await ana.command('trivia jugar', { tema: 'xqzzyw' });
  expect(unknown.message.content).toContain('No encuentro «xqzzyw» entre las sagas');
  const start = await ana.command('trivia jugar', { tema: 'noventa', rondas: 5 });
  expect(start.message.embeds[0]?.fields?.[0]?.value).toMatch(/^años 1990 · /u);
  await ana.sees(isOpen(1));
  await trivia.questionOpens();
  expect(description(start.message)).toContain('**Clásico**: 5 preguntas');
  expect(trivia.discord.violations).toEqual([]);
});
