import { basename } from 'node:path';
import { agreement, type BothScores } from '../../etl/recommender/evaluate/panel/agreement.ts';
import { readTable } from '../../etl/recommender/evaluate/read-table.ts';
import { markdown, percent } from '../../etl/recommender/evaluate/table.ts';

/** The columns that a reading fills with 1 or 0. */
const COLUMNS = ['known', 'one_right', 'worth'] as const;

type Reading = ReadonlyMap<string, Record<(typeof COLUMNS)[number] | 'all', number>>;

/** The answers of a reader by question: 1 for yes, 0 for no. Throws if an answer is neither. */
function readReading(path: string): Reading {
  return new Map(
    readTable(path, ['nr', ...COLUMNS]).map((row) => {
      const values = COLUMNS.map((column) => {
        if (!['0', '1'].includes(row[column]))
          throw new Error(`${path}, question ${row.nr}: ${column} is not 0 or 1`);
        return Number(row[column]);
      });
      const [known = 0, one_right = 0, worth = 0] = values;
      return [row.nr, { known, one_right, worth, all: Math.min(known, one_right, worth) }];
    }),
  );
}

/**
 * A Markdown table of readings of the same questions in pairs: `facil.a.tsv facil.b.tsv intermedia.a.tsv …`. For each question
 * that the readers were asked, the share of yes of both, of equal answers, and Cohen's kappa.
 */
export function describeReadings(paths: readonly string[]): string {
  const rows = [];
  for (let at = 0; at + 1 < paths.length; at += 2) {
    const [one = '', two = ''] = paths.slice(at, at + 2);
    const [first, second] = [readReading(one), readReading(two)];
    for (const column of [...COLUMNS, 'all'] as const) {
      const both = [...first].flatMap(([nr, answers]): BothScores[] => {
        const other = second.get(nr);
        return other === undefined ? [] : [[answers[column], other[column]]];
      });
      const { equal, kappa } = agreement(both);
      const share = (reader: 0 | 1) =>
        percent(both.filter((pair) => pair[reader] === 1).length / both.length);
      rows.push([
        basename(one).split('.')[0] ?? '',
        column,
        String(both.length),
        share(0),
        share(1),
        percent(equal),
        kappa.toFixed(2),
      ]);
    }
  }
  return markdown([['difficulty', 'asked', 'questions', 'first', 'second', 'equal', 'kappa'], ...rows]);
}
