import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { describeReadings } from '../../../bench/questions/readings.ts';
import { newFolder } from '../../etl/raw-files.ts';

/** A reading of four questions, one string of known, one_right and worth a question. */
function reading(name: string, answers: readonly string[]): string {
  const rows = answers.map((answer, index) => [`${index + 1}`, '¿Quién?', ...answer].join('\t'));
  const path = join(newFolder(), name);
  writeFileSync(path, ['nr\tquestion\tknown\tone_right\tworth', ...rows].join('\n'));
  return path;
}

it('two readings are compared question by question', () => {
  const first = reading('facil.a.tsv', ['111', '111', '011', '110']);
  const second = reading('facil.b.tsv', ['111', '110', '011', '111']);
  expect(describeReadings([first, second]).split('\n').slice(2)).toEqual([
    '| facil | known | 4 | 75.0 % | 75.0 % | 100.0 % | 1.00 |',
    '| facil | one_right | 4 | 100.0 % | 100.0 % | 100.0 % | 1.00 |',
    '| facil | worth | 4 | 75.0 % | 75.0 % | 50.0 % | -0.33 |',
    '| facil | all | 4 | 50.0 % | 50.0 % | 50.0 % | 0.00 |',
  ]);
});

it('a reading with an empty answer is refused', () => {
  const path = reading('facil.a.tsv', ['111', '1 1']);
  expect(() => describeReadings([path, path])).toThrow('question 2: one_right is not 0 or 1');
});
