import { createCanvas, type Image, loadImage } from 'canvas';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Catalogue } from '../../src/catalogue/catalogue.ts';
import type { Versus } from '../../src/catalogue/versus.ts';
import type { ChartFilters, Drawing } from '../../src/charts/chart.ts';
import { type ChartRequest, type Charts, createCharts, readChart } from '../../src/charts/charts.ts';
import { charts as kinds } from '../../src/charts/kinds/index.ts';
import { drawVersus } from '../../src/charts/kinds/versus.ts';
import { size } from '../../src/charts/theme.ts';
import type { Language } from '../../src/contract/call.ts';
import { withAbort } from '../../src/lib/promises.ts';
import { afterTest } from '../support/endings.ts';
import { sampleCatalogue } from '../support/sample-catalogue.ts';
import { type ChartText, textsOf } from './texts-of.ts';

let catalogue: Catalogue;
let charts: Charts;

beforeAll(async () => {
  catalogue = await sampleCatalogue();
  charts = createCharts();
});
afterAll(async () => {
  await charts.close();
});

const all: ChartFilters = { genre: null, decade: null, language: null };

const want = (
  name: string,
  language: Language,
  wishes: Partial<ChartFilters> = {},
  adult = false,
): ChartRequest => {
  const chart = kinds.find((one) => one.name === name);
  if (chart === undefined) throw new Error(`no chart ${name}`);
  return { chart, filters: { ...all, ...wishes }, adult, language, filterText: '' };
};

const read = (wanted: ChartRequest): Promise<Drawing | undefined> =>
  catalogue.read(AbortSignal.timeout(10_000), (snapshot) => readChart(snapshot, wanted));

const draw = (wanted: ChartRequest) =>
  catalogue.read(AbortSignal.timeout(20_000), (snapshot) => charts.draw(snapshot, wanted));

/** The pixels of a part of a picture, in points from its top left corner, as red, green, blue, alpha. */
function pixels(picture: Image, x: number, y: number, width: number, height: number) {
  const canvas = createCanvas(picture.width, picture.height);
  const context = canvas.getContext('2d');
  context.drawImage(picture, 0, 0);
  const [left, top, across, down] = [x, y, width, height].map((points) => points * size.scale);
  return context.getImageData(left ?? 0, top ?? 0, across ?? 0, down ?? 0).data;
}

/** How many pixels are as light as words are. */
function light(data: Uint8ClampedArray): number {
  let many = 0;
  for (let at = 0; at < data.length; at += 4)
    if ((data[at] ?? 0) > 200 && (data[at + 1] ?? 0) > 200 && (data[at + 2] ?? 0) > 200) many++;
  return many;
}

/** How many pixels are not the card's own. */
function drawn(data: Uint8ClampedArray): number {
  let many = 0;
  for (let at = 0; at < data.length; at += 4) if (data[at] !== 0x1b || data[at + 1] !== 0x1d) many++;
  return many;
}

describe.each(kinds.map(({ name }) => name))('the chart %s of the sample', (name) => {
  it('has the expected title, caption, table and spec', async () => {
    const drawing = await read(want(name, 'es'));
    await expect(`${JSON.stringify(drawing, null, 1)}\n`).toMatchFileSnapshot(`golden/${name}.json`);
  });

  it('is a picture of the right size, with text in its title and a drawing below', async () => {
    const picture = await draw(want(name, 'en'));
    const image = await loadImage(picture?.png ?? Buffer.alloc(0));
    expect([image.width, image.height]).toEqual([size.width * size.scale, size.height * size.scale]);
    expect(light(pixels(image, 0, 0, 300, 46))).toBeGreaterThan(400);
    expect(drawn(pixels(image, 20, 60, size.width - 40, size.height - 80))).toBeGreaterThan(4000);
    expect(pixels(image, 0, 0, 1, 1)[3]).toBe(0);
    expect([...pixels(image, 30, 2, 1, 1).slice(0, 4)]).toEqual([0x1b, 0x1d, 0x22, 255]);
  });
});

/** The width of a picture on a phone, and the smallest font size that is easy to read there, in points. */
const PHONE = { width: 390, leastText: 11 };

/** Charts of all films and of the narrowest filters with long names. */
const FILTERED: Partial<ChartFilters>[] = [
  {},
  { genre: 878, decade: 2010, language: 'en' },
  { language: 'es' },
];

async function drawingsOf(name: string): Promise<Drawing[]> {
  const filterText = 'ciencia ficción · década de 2010 · en español';
  const drawn: Drawing[] = [];
  for (const language of ['es', 'en'] as const)
    for (const filters of FILTERED) {
      const drawing = await read({ ...want(name, language, filters), filterText });
      if (drawing !== undefined) drawn.push(drawing);
    }
  return drawn;
}

/** Budgets of all decades: the sample lacks most of them. */
const allDecades = () =>
  (['es', 'en'] as const).flatMap((language) => {
    const rows = Array.from({ length: 14 }, (_, index) => ({
      decade: 1890 + 10 * index,
      q1: 2e4,
      median: 3e5,
      q3: 9e8,
      films: 30,
    }));
    return want('presupuestos', language).chart.draw(rows, { language, filterText: '' }) ?? [];
  });

const VERSUS: Versus = {
  kind: 'films',
  sides: [
    {
      id: 1,
      title: 'Dr. Insólito o: Cómo aprendí a dejar de preocuparme y amar la bomba (1964)',
      name: 'Dr. Insólito',
      figures: { cost: { value: 1.8e6 }, revenue: { value: 9_440_272 }, score: { value: null } },
    },
    {
      id: 2,
      title: 'Piratas del Caribe: El cofre de la muerte (2006)',
      name: 'Piratas del Caribe',
      figures: { cost: { value: 2e8 }, revenue: { value: 1.0656e9 }, score: { value: 7 } },
    },
  ],
};

const everyChart = [
  ...kinds.map(({ name }) => [name, () => drawingsOf(name)] as const),
  ['presupuestos of all decades', async () => allDecades()] as const,
  ['versus', async () => (['es', 'en'] as const).map((language) => drawVersus(VERSUS, language))] as const,
];

describe.each(everyChart)('the texts of the chart %s', (name, drawings) => {
  it('can be read on a phone', async () => {
    const texts = (await Promise.all((await drawings()).map(({ spec }) => textsOf(spec)))).flat();
    expect(texts.length).toBeGreaterThan(20);
    const small = texts.filter(({ fontSize }) => (fontSize * PHONE.width) / size.width < PHONE.leastText);
    expect(small).toEqual([]);
  });

  it('lie within the picture, without overlap', async () => {
    const drawn = await Promise.all((await drawings()).map(({ spec }) => textsOf(spec)));
    expect(drawn.length).toBeGreaterThan(1);
    expect(drawn.flat().filter(isOutside)).toEqual([]);
    // The letters of a cloud interlock: d3-cloud compares pixels.
    if (!CLOUDS.includes(name)) expect(drawn.flatMap(overlapsOf)).toEqual([]);
  });
});

const CLOUDS = ['titulos', 'sinopsis'];

const isOutside = ({ left, right, top, bottom }: ChartText) =>
  left < 0 || top < 0 || right > size.width || bottom > size.height;

const overlapsOf = (texts: readonly ChartText[]) =>
  texts.flatMap((one, at) =>
    texts
      .slice(at + 1)
      .filter((other) => !areApart(one, other))
      .map((other) => `${one.text} | ${other.text}`),
  );

/** Whether two boxes have no more than a point in common, which is empty space around letters. */
const areApart = (one: ChartText, other: ChartText) =>
  one.right <= other.left + 1 ||
  other.right <= one.left + 1 ||
  one.bottom <= other.top + 1 ||
  other.bottom <= one.top + 1;

it('overlapping texts are found', () => {
  const text = { text: 'a', fontSize: 16, left: 0, right: 20, top: 0, bottom: 20 };
  expect(overlapsOf([text, { ...text, text: 'b', left: 10 }, { ...text, text: 'c', top: 20 }])).toEqual([
    'a | b',
  ]);
});

it('has English captions', async () => {
  const said: string[] = [];
  for (const { name } of kinds) {
    const drawing = await read(want(name, 'en'));
    said.push(`${name}: ${drawing?.title} (${drawing?.films})\n${drawing?.caption}`);
  }
  await expect(`${said.join('\n\n')}\n`).toMatchFileSnapshot('golden/captions-en.txt');
});

it('caches pictures by data, filters and language', async () => {
  const first = await draw(want('estrenos', 'es'));
  expect(await draw(want('estrenos', 'es'))).toBe(first);
  const others = [
    await draw(want('estrenos', 'en')),
    await draw(want('estrenos', 'es', { decade: 1990 })),
    await draw(want('estrenos', 'es', {}, true)),
  ];
  expect(others).not.toContain(first);
  expect(new Set(others).size).toBe(3);
});

it('renders a chart once for many callers at the same time', async () => {
  const wanted = want('calendario', 'es', { decade: 1980 });
  const pictures = await Promise.all(Array.from({ length: 24 }, () => draw(wanted)));
  expect(pictures[0]?.png.length).toBeGreaterThan(10_000);
  expect(new Set(pictures).size).toBe(1);
});

it('continues a rendering for other callers when the first caller aborts', async () => {
  const own = createCharts();
  afterTest(() => own.close());
  const wanted = want('estrenos', 'es');
  const ending = new AbortController();
  // `slow` comes right before the drawing: it is under way when the next turn of the event loop gives the call up.
  let first: Promise<unknown> = Promise.resolve();
  await new Promise<void>((begun) => {
    first = withAbort(
      ending.signal,
      catalogue.read(ending.signal, (snapshot) =>
        own.draw(snapshot, wanted, async () => void setImmediate(begun)),
      ),
    );
  });
  const second = catalogue.read(AbortSignal.timeout(20_000), (snapshot) => own.draw(snapshot, wanted));
  ending.abort(new Error('given up'));
  await expect(first).rejects.toThrow('given up');
  expect((await second)?.png.length).toBeGreaterThan(10_000);
});

it('counts only the films that the filters allow', async () => {
  const films = async (wishes: Partial<ChartFilters>) => (await read(want('estrenos', 'es', wishes)))?.films;
  const [row] = await catalogue.read(AbortSignal.timeout(10_000), ({ query }) =>
    query<{ genre: number; decade: number; language: number }>(`
      select
        count_if(release_date is not null and id in (select movie_id from movie_genres where genre_id = 18))::int as genre,
        count_if(release_year between 1990 and 1999)::int as decade,
        count_if(release_date is not null and original_language = 'ja')::int as language
      from movies where not adult`),
  );
  expect([
    await films({ genre: 18 }),
    await films({ decade: 1990 }),
    await films({ language: 'ja' }),
  ]).toEqual([row?.genre, row?.decade, row?.language]);
  expect(await films({ genre: 37, decade: 1890 })).toBeUndefined();
});

it('the word clouds of films in Spanish have the words of their Spanish titles and synopses', async () => {
  const titles = await read(want('titulos', 'es', { language: 'es' }));
  const synopses = await read(want('sinopsis', 'en', { language: 'es' }));
  expect(titles?.table.rows.slice(0, 3)).toEqual([
    ['rec', '4'],
    ['ojos', '3'],
    ['apellidos', '2'],
  ]);
  expect(synopses?.table.rows.slice(0, 3)).toEqual([
    ['almodóvar', '9'],
    ['español', '7'],
    ['negro', '7'],
  ]);
  expect(JSON.stringify(synopses?.spec)).toContain('our own synopses, in Spanish');
});

it('draws original titles of every script with real letters, not with empty boxes', async () => {
  const wanted = await read(want('top_votos', 'en', { language: 'ja' }));
  expect(JSON.stringify(wanted?.spec)).toContain('千と千尋の神隠し');
  const { rankedBars } = await import('../../src/charts/ranked-bars.ts');
  const { createRenderer } = await import('../../src/charts/render.ts');
  const renderer = createRenderer();
  const inked = new Set<string>();
  const names = ['千', '尋', '대', '호', '过', 'Ю', 'Ω', 'ñ', 'ł', 'ह'];
  for (const name of names) {
    const image = await loadImage(await renderer.png(rankedBars('', [], [{ name, value: 1, figure: '' }])));
    const row = pixels(image, size.margin, size.margin, 60, size.height - 2 * size.margin);
    expect(light(row)).toBeGreaterThan(10);
    inked.add(Buffer.from(row).toString('base64'));
  }
  expect(inked.size).toBe(names.length);
});
