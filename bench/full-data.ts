import { type Catalogue, openCatalogue } from '../src/catalogue/catalogue.ts';
import { readConfig } from '../src/lib/config.ts';

/** Fewer films than this are the sample or a part of the data. */
const FULL_DATA_FILMS = 40_000;

/** Opens the data published in PARQUET_DIR. Throws a one-line error if it is not the full data set. */
export async function openFullData(): Promise<{ catalogue: Catalogue; films: number }> {
  const { PARQUET_DIR } = readConfig(process.env);
  const catalogue = await openCatalogue(PARQUET_DIR);
  const [row] = await catalogue.read(AbortSignal.timeout(10_000), ({ query }) =>
    query<{ films: number }>('select count(*)::int as films from movies'),
  );
  const films = row?.films ?? 0;
  if (films >= FULL_DATA_FILMS) return { catalogue, films };
  await catalogue.close();
  throw new Error(
    `${PARQUET_DIR} has ${films} films, which is not the full data set. Put the raw files in data/raw and run \`npm run etl\`, or set PARQUET_DIR to the full data.`,
  );
}
