import { config } from 'dotenv';
import { Problem } from '../../problem.ts';
import { readEvaluationData } from './data.ts';
import { createMethods } from './methods.ts';
import { type EvaluateOptions, readOptions } from './options.ts';
import { drawPanel } from './panel/draw.ts';
import { reportPanel } from './panel/scores.ts';
import { writePanel } from './panel/write.ts';
import { report } from './report.ts';

config({ quiet: true });

/** `npm run evaluate`: how good the recommendations of the model and of the baselines are; a panel for people who judge them. */
try {
  console.log(await run(readOptions(process.argv.slice(2))));
} catch (error) {
  if (!(error instanceof Problem)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

async function run(options: EvaluateOptions): Promise<string> {
  const { panel, panelScores, panelKey } = options;
  if (panelScores.length > 0) return reportPanel(panelScores, panelKey);
  const data = await readEvaluationData(options.from);
  if (panel === undefined) return report(data, options, (line) => console.error(line));
  const drawn = drawPanel(data, createMethods(data, data.people), panel.films, panel.seed);
  return writePanel(data, drawn, panel.to).join('\n');
}
