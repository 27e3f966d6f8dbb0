import { config } from 'dotenv';
import { Problem } from '../../problem.ts';
import { readEvaluationData } from './data.ts';
import { readOptions } from './options.ts';
import { report } from './report.ts';

config({ quiet: true });

/**
 * `npm run evaluate`: how well the model and the baselines foretell what people like whom they have never seen. With
 * `--choose` the settings are compared by cross-validation inside the training people.
 */
try {
  const options = readOptions(process.argv.slice(2));
  const world = await readEvaluationData(options.from);
  console.log(await report(world, options, (line) => console.error(line)));
} catch (error) {
  if (!(error instanceof Problem)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
