import { type Catalogue, openCatalogue } from '../src/catalogue/catalogue.ts';
import { readConfig } from '../src/lib/config.ts';

/** The size from which the published data count as the full data set. */
const FULL = 40_000;

/** Opens what is published in PARQUET_DIR. Throws one line when it is not the full data set. */
export async function openFullData(): Promise<{ catalogue: Catalogue; films: number }> {
  const { PARQUET_DIR } = readConfig(process.env);
  const catalogue = await openCatalogue(PARQUET_DIR);
  const [row] = await catalogue.read(AbortSignal.timeout(10_000), ({ query }) =>
    query<{ films: number }>('select count(*)::int as films from movies'),
  );
  const films = row?.films ?? 0;
  if (films >= FULL) return { catalogue, films };
  await catalogue.close();
  throw new Error(
    `${PARQUET_DIR} holds ${films} films, not the full data set: put the raw files in data/raw, run \`npm run etl\`, or name the folder in PARQUET_DIR.`,
  );
}
