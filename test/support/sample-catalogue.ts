import { inject } from 'vitest';
import { type Catalogue, openCatalogue } from '../../src/catalogue/catalogue.ts';

let opened: Promise<Catalogue> | undefined;

/** The catalogue of the sample, opened once a process and shared by all tests: none may swap or close it. */
export function sampleCatalogue(): Promise<Catalogue> {
  opened ??= openCatalogue(inject('sampleParquet'));
  return opened;
}
