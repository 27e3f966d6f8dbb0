// `npm run picture:charts`: draws the READMEs' charts, in both languages, from what is published in PARQUET_DIR.
import { writeFileSync } from 'node:fs';
import { createApp } from '../bin/create-app.ts';
import { charts as kinds } from '../src/charts/kinds/index.ts';
import { readShellConfig } from '../src/lib/config.ts';

const SHOWN = ['votos', 'calendario'];

const app = createApp(readShellConfig(process.env));
const [catalogue, charts] = await Promise.all([app.catalogue(), app.charts()]);
const filters = { genre: null, decade: null, language: null };
for (const chart of kinds.filter(({ name }) => SHOWN.includes(name))) {
  for (const language of ['es', 'en'] as const) {
    const request = { chart, filters, adult: false, language, filterText: '' };
    const picture = await catalogue.read(AbortSignal.timeout(30_000), (snapshot) =>
      charts.draw(snapshot, request),
    );
    if (picture === undefined) throw new Error(`there are no films for ${chart.name}`);
    const file = `docs/chart-${chart.name}-${language}.png`;
    writeFileSync(file, picture.png);
    console.log(`${file}: ${picture.caption}`);
  }
}
await app.close();
