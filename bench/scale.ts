import { readShellConfig } from '../src/lib/config.ts';
import { whyNoServer } from '../test/support/postgres.ts';
import { scaleTable } from './scale/estimate.ts';
import { measureFilms } from './scale/film-memory.ts';
import { measureRows } from './scale/measure-units.ts';
import { units } from './scale/units.ts';

/** `npm run scale`: what many servers take, from the unit costs in bench/scale/units.ts; and those that are measured here. */
console.log(scaleTable().join('\n'));
const reason = await whyNoServer();
if (reason !== undefined) console.log(`\nRows were not measured: ${reason}`);
else {
  const { games, rounds, picks } = await measureRows();
  console.log(
    `\nA row in PostgreSQL, indexes included: game ${games} bytes (units.ts: ${units.gameBytes}), round ${rounds} (${units.roundBytes}), pick ${picks} (${units.pickBytes}).`,
  );
}
const measured = await measureFilms(readShellConfig(process.env).PARQUET_DIR);
if (measured !== undefined)
  console.log(
    `DuckDB holds ${measured.films} films in ${measured.kb.toFixed(1)} KB each (units.ts: ${units.filmKb}).`,
  );
