import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp } from '../bin/create-app.ts';
import type { Manifest } from '../etl/manifest.ts';
import type { Catalogue } from '../src/catalogue/catalogue.ts';
import { type Charts, readChart } from '../src/charts/charts.ts';
import { charts as kinds } from '../src/charts/kinds/index.ts';
import type { Language } from '../src/contract/call.ts';
import { count, fullDate } from '../src/text/format.ts';
import { bothSides, correlations, duplicates, missing, outliers, pairsOf, rules } from './chapters.ts';
import { correlationsChart } from './correlations-chart.ts';
import { type AllFigures, readFigures } from './figures.ts';
import { figure, page, paragraph, type Section, table } from './page.ts';
import { words } from './text.ts';

/** The sources of a report: a raw file and the version that was made from it. */
export interface Sources {
  raw: string;
  parquet: string;
  manifest: Manifest;
}

/** The report as one HTML page: the raw rows compared with the clean films, and every chart with its figures. */
export async function makeReport({ raw, parquet, manifest }: Sources, language: Language): Promise<string> {
  const spill = mkdtempSync(join(tmpdir(), 'filmoteca-eda-'));
  const app = createApp({ PARQUET_DIR: parquet });
  try {
    const figures = await readFigures(raw, join(parquet, manifest.version), spill);
    const [catalogue, charts] = await Promise.all([app.catalogue(), app.charts()]);
    const drawn = await drawAll(catalogue, charts, language);
    const matrix = await drawMatrix(figures, charts, language);
    const sections = [
      ...bothSides(figures, language),
      missing(figures, language),
      duplicates(figures, language),
      outliers(figures, language),
      correlations(figures, matrix, language),
      rules(manifest, language),
      ...drawn,
    ];
    return page({ language, ...words[language] }, introduction(figures, manifest, language), sections);
  } finally {
    await app.close();
    rmSync(spill, { recursive: true, force: true });
  }
}

function introduction({ counts }: AllFigures, { version, made_at: madeAt }: Manifest, language: Language) {
  const own = words[language];
  const write = (value: number | undefined) => count(value ?? 0, language);
  const intro = own.intro(
    version,
    fullDate(madeAt, language),
    write(counts.raw_rows),
    write(counts.clean_films),
  );
  return `${paragraph(intro)}${paragraph(own.made)}`;
}

const ALL_FILMS = { genre: null, decade: null, language: null };

async function drawAll(catalogue: Catalogue, charts: Charts, language: Language): Promise<Section[]> {
  const own = words[language];
  const sections: Section[] = [];
  for (const chart of kinds) {
    const request = { chart, filters: ALL_FILMS, adult: false, language, filterText: '' };
    const drawing = await catalogue.read(AbortSignal.timeout(60_000), (snapshot) =>
      readChart(snapshot, request),
    );
    if (drawing === undefined) continue;
    const { title, caption, films, spec } = drawing;
    const said = `${caption} ${own.chart(count(films, language))}`;
    sections.push({
      id: chart.name,
      heading: title,
      parts: [
        figure(await charts.svg(spec), `${title}. ${caption}`, said),
        table({ caption: own.figures(title), ...drawing.table }),
      ],
    });
  }
  return sections;
}

async function drawMatrix(figures: AllFigures, charts: Charts, language: Language): Promise<string> {
  const own = words[language];
  const svg = await charts.svg(correlationsChart(own.correlations, own.clean, pairsOf(figures, language)));
  return figure(svg, own.correlations, own.matrix);
}
