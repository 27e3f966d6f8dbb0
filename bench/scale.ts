import { readShellConfig } from '../src/lib/config.ts';
import { whyNoServer } from '../test/support/postgres.ts';
import { scaleTable } from './scale/estimate.ts';
import { measureFilms, measureRows } from './scale/measure-units.ts';
import { units } from './scale/units.ts';

/**
 * `npm run scale`: the resources for many servers, from the unit costs in bench/scale/units.ts. Measures the unit costs
 * that no benchmark prints.
 */
console.log(scaleTable().join('\n'));
const reason = await whyNoServer();
if (reason !== undefined) console.log(`\nRows were not measured: ${reason}`);
else {
  const { games, rounds, picks } = await measureRows();
  console.log(
    `\nA row in PostgreSQL, including indexes: game ${games} bytes (units.ts: ${units.gameBytes}), round ${rounds} (${units.roundBytes}), pick ${picks} (${units.pickBytes}).`,
  );
}
const measured = await measureFilms(readShellConfig(process.env).PARQUET_DIR);
if (measured !== undefined)
  console.log(
    `DuckDB needs ${measured.kb.toFixed(1)} KB for each of ${measured.films} films (units.ts: ${units.filmKb}).`,
  );
