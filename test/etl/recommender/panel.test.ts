import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { type EvaluationData, readEvaluationData } from '../../../etl/recommender/evaluate/data.ts';
import type { Contender } from '../../../etl/recommender/evaluate/methods.ts';
import { agreement } from '../../../etl/recommender/evaluate/panel/agreement.ts';
import { drawPanel } from '../../../etl/recommender/evaluate/panel/draw.ts';
import { reportPanel } from '../../../etl/recommender/evaluate/panel/scores.ts';
import { writePanel } from '../../../etl/recommender/evaluate/panel/write.ts';
import { packPeople } from '../../../etl/recommender/features/people.ts';
import { newFolder } from '../raw-files.ts';
import { sampleFolder } from '../real-data.ts';

let world: EvaluationData;
beforeAll(async () => {
  world = await readEvaluationData(sampleFolder);
});

/** Two methods that always recommend the same films. */
const contenders: Contender[] = [
  { name: 'soup', recommend: () => [0, 1, 2, 3, 4] },
  { name: 'served', recommend: () => [4, 5, 6, 7, 8, 9] },
  { name: 'most popular', recommend: () => [10] },
];

const KINDS = ['documentary', 'animation', 'horror', 'other kinds'];
const isDocumentary = (film: number) => film < 32 && (film >> 2) % 4 === 0;
const kindOf = (film: number) => (isDocumentary(film) ? 0 : (film >> 2) % 4 || 3);
const isFamous = (film: number) => (film & 1) === 1 && !isDocumentary(film);

/** 640 films of all combinations of fame, language, kind and number of ratings, but 8 documentaries, none of them well known. */
function mixedCatalogue(): EvaluationData {
  const [film, description] = [world.films[0], world.described[0]];
  if (film === undefined || description === undefined) throw new Error('the sample has no films');
  const all = Array.from({ length: 640 }, (_, at) => at);
  const rated = all.filter((at) => at & 16).map((at): [number, number] => [at, 4]);
  return {
    ...world,
    films: all.map((at) => ({ ...film, id: at, adult: false, vote_count: isFamous(at) ? 1000 : 20 })),
    described: all.map((at) => ({ ...description, language: at & 2 ? 'en' : 'es' })),
    genres: all.map((at) => [[99, 16, 27, 18][kindOf(at)] as number]),
    people: packPeople(
      640,
      Array.from({ length: 20 }, () => rated),
    ),
  };
}

it.each([1, 2, 3, 4, 5])(
  'films are drawn by quotas of fame, language, kind and ratings (seed %i)',
  (seed) => {
    const data = mixedCatalogue();
    const panel = drawPanel(data, contenders, 20, seed);
    const count = (group: string) => panel.filter(({ groups }) => groups.includes(group)).length;
    expect(new Set(panel.map(({ film }) => film)).size).toBe(20);
    expect(
      ['well known', 'not in English', 'documentary', 'animation', 'horror', 'many ratings'].map(count),
    ).toEqual([10, 7, 2, 2, 2, 10]);
    const { film = 0, groups } = panel[0] ?? {};
    expect(groups).toEqual([
      isFamous(film) ? 'well known' : 'less known',
      film & 2 ? 'in English' : 'not in English',
      KINDS[kindOf(film)],
      film & 16 ? 'many ratings' : 'few ratings',
    ]);
    expect(drawPanel(data, contenders, 20, seed)).toEqual(panel);
    expect(drawPanel(data, contenders, 20, seed + 1)).not.toEqual(panel);
  },
);

it('a catalogue without films for some quotas still gives the number asked for', () => {
  const panel = drawPanel(world, contenders, 20, 1);
  expect(new Set(panel.map(({ film }) => film)).size).toBe(20);
  expect(panel.filter(({ groups }) => groups.includes('well known'))).toHaveLength(10);
});

it('the first five picks of several methods are pooled in random order', () => {
  const [first, second] = drawPanel(world, contenders, 2, 1);
  const films = first?.picks.map(({ film }) => film) ?? [];
  expect([...films].sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
  expect(second?.picks.map(({ film }) => film)).not.toEqual(films);
  expect(first?.picks.find(({ film }) => film === 4)?.methods).toEqual(['soup', 'served']);
});

it('the page and the scores do not name a method; the key names those of each pick', () => {
  const folder = join(newFolder(), 'new');
  const panel = [
    { film: 0, groups: ['less known', 'in English'], picks: [{ film: 1, methods: ['soup', 'served'] }] },
  ];
  const tricky = { ...world.described[0], title: 'Tab\there', overview: '</script> $& <b>' };
  const described = [tricky as EvaluationData['described'][number], ...world.described.slice(1)];
  const [page = '', scores = '', key = ''] = writePanel({ ...world, described }, panel, folder).map((path) =>
    readFileSync(path, 'utf8'),
  );
  const [seed, pick] = [world.films[0]?.id, world.films[1]];
  expect(scores).toBe(
    `seed\tpick\tscore\tseed_title\tpick_title\tpick_year\n${seed}\t${pick?.id}\t\tTab here\t${world.described[1]?.title}\t${pick?.year}\n`,
  );
  expect(key).toBe(
    `seed\tpick\tmethod\tgroups\n${seed}\t${pick?.id}\tsoup\tless known, in English\n${seed}\t${pick?.id}\tserved\tless known, in English\n`,
  );
  expect(page).not.toMatch(/soup|served/u);
  const json = /<script type="application\/json" id="films">(.*?)<\/script>/su.exec(page)?.[1] ?? '';
  expect(JSON.parse(json)).toMatchObject([
    { id: seed, overview: '</script> $& <b>', picks: [{ id: pick?.id }] },
  ]);
});

/** A file of scores of the picks 11, 12 and 13 of film 1 and 21 of film 2, with the key beside it. */
function scoresFile(name: string, scores: readonly string[], folder = newFolder()): string {
  mkdirSync(folder, { recursive: true });
  const key = ['1\t11\ta\tx, z', '1\t12\ta\tx, z', '1\t12\tb\tx, z', '1\t13\tb\tx, z', '2\t21\ta\ty, z'];
  writeFileSync(join(folder, 'panel-key.tsv'), ['seed\tpick\tmethod\tgroups', ...key, ''].join('\n'));
  const rows = ['1\t11', '1\t12', '1\t13', '2\t21'].map((pair, at) => `${pair}\t${scores[at]}`);
  writeFileSync(join(folder, name), ['seed\tpick\tscore', ...rows, ''].join('\n'));
  return join(folder, name);
}

it('prints mean, share odd and share excellent by group and method, with intervals over films', () => {
  const lines = reportPanel([scoresFile('one.tsv', ['0', '2', '', '2'])]).split('\n');
  expect(lines).toEqual([
    '| films | method | scores | mean | odd (0) | excellent (2) |',
    '| --- | --- | --- | --- | --- | --- |',
    // Resampled films: film 1 twice has a mean of 1, both 4 / 3, film 2 twice 2.
    '| all | a | 3 | 1.33 (1.00 to 2.00) | 33.3 % (0.0 % to 50.0 %) | 66.7 % (50.0 % to 100.0 %) |',
    '| all | b | 1 | 2.00 (2.00 to 2.00) | 0.0 % (0.0 % to 0.0 %) | 100.0 % (100.0 % to 100.0 %) |',
    '| x | a | 2 | 1.00 (1.00 to 1.00) | 50.0 % (50.0 % to 50.0 %) | 50.0 % (50.0 % to 50.0 %) |',
    '| x | b | 1 | 2.00 (2.00 to 2.00) | 0.0 % (0.0 % to 0.0 %) | 100.0 % (100.0 % to 100.0 %) |',
    '| y | a | 1 | 2.00 (2.00 to 2.00) | 0.0 % (0.0 % to 0.0 %) | 100.0 % (100.0 % to 100.0 %) |',
    '| y | b | 0 | – | – | – |',
    '| z | a | 3 | 1.33 (1.00 to 2.00) | 33.3 % (0.0 % to 50.0 %) | 66.7 % (50.0 % to 100.0 %) |',
    '| z | b | 1 | 2.00 (2.00 to 2.00) | 0.0 % (0.0 % to 0.0 %) | 100.0 % (100.0 % to 100.0 %) |',
  ]);
});

it('says how much two people agree, over the picks that both scored', () => {
  const folder = newFolder();
  const [one, two] = [
    scoresFile('one.tsv', ['0', '2', '1', ''], folder),
    scoresFile('two.tsv', ['0', '1', '1', '2'], folder),
  ];
  const report = reportPanel([one, two]);
  // Squared differences: 1 of 3 pairs has 1. By chance, of 0, 2, 1 and 0, 1, 1: (0 + 1 + 1 + 4 + 1 + 1 + 1 + 0 + 0) / 9 = 1.
  expect(report.split('\n').at(-1)).toBe(
    `${one} and ${two}: 3 picks scored by both, 66.7 % equal, weighted kappa 0.67`,
  );
  expect(report).toContain('| all | a | 5 | 1.00 (');
});

it('kappa is 1 for equal scores, 0 as by chance, and below 0 for opposite ones', () => {
  expect(
    agreement([
      [0, 0],
      [2, 2],
      [1, 1],
    ]),
  ).toEqual({ equal: 1, kappa: 1 });
  expect(
    agreement([
      [0, 0],
      [0, 2],
      [2, 0],
      [2, 2],
    ]),
  ).toEqual({ equal: 0.5, kappa: 0 });
  expect(
    agreement([
      [0, 2],
      [2, 0],
    ]),
  ).toEqual({ equal: 0, kappa: -1 });
});

it('a malformed file of scores is refused in one line', () => {
  expect(() => reportPanel([scoresFile('a.tsv', ['0', '3', '', ''])])).toThrow(
    'a.tsv, row 2: the score "3" is neither 0, 1, 2 nor blank.',
  );
  expect(() => reportPanel([scoresFile('a.tsv', ['', '', '', ''])])).toThrow('a.tsv has no scores.');
  const path = scoresFile('a.tsv', ['0', '', '', '']);
  const key = join(newFolder(), 'key.tsv');
  expect(() => reportPanel([path], key)).toThrow('key.tsv cannot be read (ENOENT)');
  writeFileSync(key, 'seed\tpick\tmethod\tgroups\n1\t12\ta\tx\n');
  expect(() => reportPanel([path], key)).toThrow(
    'a.tsv, row 1: the film and the pick 1 11 are not in the key.',
  );
  writeFileSync(join(dirname(path), 'b.tsv'), 'seed\tscore\n');
  expect(() => reportPanel([join(dirname(path), 'b.tsv')])).toThrow('the column pick is missing');
});

/** Runs `npm run evaluate` without npm; returns its output and exit code. */
function evaluate(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'etl/recommender/evaluate/main.ts', ...args],
    { encoding: 'utf8' },
  );
  return { status, stdout, stderr };
}

it('the command line prints the scores of a panel, or one line and its usage', () => {
  const path = scoresFile('one.tsv', ['0', '2', '', '2']);
  expect(evaluate('--panel-scores', path)).toEqual({
    status: 0,
    stdout: `${reportPanel([path])}\n`,
    stderr: '',
  });
  expect(evaluate('--panel', '0')).toEqual({
    status: 1,
    stdout: '',
    stderr: '--panel 0 is not a whole number above 0.\n',
  });
  expect(evaluate('--choose').stderr).toContain('usage: npm run evaluate -- [--from DIR]');
});
