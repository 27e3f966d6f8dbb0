import { parseArgs } from 'node:util';
import type { Language } from '../src/contract/call.ts';
import type { Difficulty, Question, QuestionKind } from '../src/game/question.ts';
import { seededRandom } from '../src/lib/random.ts';
import { drawQuestion, subjectsOf } from '../src/trivia/questions/draw-question.ts';
import { openFullData } from './full-data.ts';
import { describeReadings } from './questions/readings.ts';
import { runBenchmark } from './report.ts';

/**
 * `npm run bench:questions -- --difficulty facil [--count 200] [--seed 1] [--language es] [--kinds]` prints questions as TSV, as one
 * server gets them: none twice. `npm run bench:questions -- --readings FILE FILE …` prints the table of docs/trivia.md.
 */
const NAMES: Readonly<Record<string, Difficulty>> = { facil: 1, intermedia: 2, dificil: 3 };

async function draw(
  difficulty: Difficulty,
  { count, seed, language }: { count: number; seed: number; language: Language },
): Promise<Question[]> {
  const { catalogue } = await openFullData();
  const random = seededRandom(seed);
  const drawn: Question[] = [];
  const timesAsked = async (kind: QuestionKind) => {
    const films = drawn.filter((one) => one.kind === kind).map(({ filmId }) => filmId);
    return { films, times: films.map(() => 1) };
  };
  while (drawn.length < count) {
    const played = drawn.slice(-9).flatMap(subjectsOf);
    const options = { theme: { difficulty }, language, timesAsked, played };
    const question = await catalogue.read(AbortSignal.timeout(10_000), (snapshot) =>
      drawQuestion(snapshot, options, random),
    );
    if (question === undefined) break;
    drawn.push(question);
  }
  await catalogue.close();
  return drawn;
}

/** A question on one line, with four options, the right option and three empty columns to fill. */
function rowOf({ text, steps = [], options, answer }: Question, index: number): string {
  const plain = [text, ...steps]
    .join(' / ')
    .replaceAll(/\n>?\s*/gu, ' ')
    .replaceAll('**', '')
    .replaceAll('\\', '');
  const labels = [0, 1, 2, 3].map((place) => options[place]?.label ?? '');
  return [String(index + 1), plain, ...labels, options[answer]?.label ?? '', '', '', ''].join('\t');
}

await runBenchmark(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      readings: { type: 'boolean', default: false },
      difficulty: { type: 'string', default: 'facil' },
      count: { type: 'string', default: '200' },
      seed: { type: 'string', default: '1' },
      language: { type: 'string', default: 'es' },
      kinds: { type: 'boolean', default: false },
    },
  });
  if (values.readings) {
    console.log(describeReadings(positionals));
    return [];
  }
  const difficulty = NAMES[values.difficulty];
  if (difficulty === undefined) throw new Error(`--difficulty is one of ${Object.keys(NAMES).join(', ')}`);
  const language = values.language === 'en' ? 'en' : 'es';
  const questions = await draw(difficulty, {
    count: Number(values.count),
    seed: Number(values.seed),
    language,
  });
  console.log('nr\tquestion\ta\tb\tc\td\tanswer\tknown\tone_right\tworth');
  for (const [index, question] of questions.entries())
    console.log(values.kinds ? `${question.kind}\t${rowOf(question, index)}` : rowOf(question, index));
  return [];
});
