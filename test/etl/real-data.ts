import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The full data set, where this machine has it beside the project. */
export const realFolder = fileURLToPath(new URL('../../../shared/data', import.meta.url));
export const hasRealData =
  existsSync(`${realFolder}/credits.csv.gz`) && existsSync(`${realFolder}/movies_metadata.csv.gz`);

/** The sample of the project, in the raw format. */
export const sampleFolder = fileURLToPath(new URL('../../data/sample', import.meta.url));
