import { inject } from 'vitest';
import { type Catalogue, openCatalogue } from '../../src/catalogue/catalogue.ts';

let opened: Promise<Catalogue> | undefined;

/** The sample as the bot has it, opened once a process for the tests of all files: none may swap or close it. */
export function sampleCatalogue(): Promise<Catalogue> {
  opened ??= openCatalogue(inject('sampleParquet'));
  return opened;
}
