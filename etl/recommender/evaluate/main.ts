import { config } from 'dotenv';
import { Problem } from '../../problem.ts';
import { readEvaluationData } from './data.ts';
import { readOptions } from './options.ts';
import { report } from './report.ts';

config({ quiet: true });

/**
 * `npm run evaluate`: how well the model and the baselines predict the likes of people outside the training data. `--choose`
 * compares settings by cross-validation within the training people.
 */
try {
  const options = readOptions(process.argv.slice(2));
  const data = await readEvaluationData(options.from);
  console.log(await report(data, options, (line) => console.error(line)));
} catch (error) {
  if (!(error instanceof Problem)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
