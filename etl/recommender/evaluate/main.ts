import { readOptions } from './options.ts';
import { report } from './report.ts';
import { readWorld } from './world.ts';

/** `npm run evaluate`: how well the model and the baselines foretell what people like whom it has never seen. */
const options = readOptions(process.argv.slice(2));
const world = await readWorld(options.from);
for await (const line of report(world, options)) console.log(line);
