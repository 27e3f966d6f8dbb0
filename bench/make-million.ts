import { DuckDBInstance } from '@duckdb/node-api';
import { makeNames } from '../src/search/make-names.ts';
import { residentMb } from './measure.ts';
import { fillMillion } from './million.ts';

// The child process of bench:autocomplete that makes the names of a million films in the folder, as the ETL would: how
// long that took, the memory it took for it, and some of the titles.
const [folder = ''] = process.argv.slice(2);
const connection = await (await DuckDBInstance.create(':memory:')).connect();
const titles = await fillMillion(connection, 1_000_000, 20_261_122);
const before = residentMb();
const start = performance.now();
await makeNames(connection, folder);
console.log(
  JSON.stringify({ seconds: (performance.now() - start) / 1000, mb: residentMb() - before, titles }),
);
