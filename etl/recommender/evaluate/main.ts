import { config } from 'dotenv';
import { Problem } from '../../problem.ts';
import { readEvaluationData } from './data.ts';
import { readOptions } from './options.ts';
import { report } from './report.ts';

config({ quiet: true });

/** `npm run evaluate`: how good the recommendations of the model and of the baselines are. */
try {
  const options = readOptions(process.argv.slice(2));
  const data = await readEvaluationData(options.from);
  console.log(await report(data, options, (line) => console.error(line)));
} catch (error) {
  if (!(error instanceof Problem)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
