import { afterAll, afterEach } from 'vitest';
import { endFile, endTest } from './endings.ts';

// Files share their modules, so a helper's own hooks would be those of the first file that loads it.
afterEach(endTest);
afterAll(endFile);
