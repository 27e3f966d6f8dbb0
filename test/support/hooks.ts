import { afterAll, afterEach } from 'vitest';
import { endFile, endTest } from './endings.ts';

// Test files share their modules, so the hooks of a helper would run only for the first file that imports it.
afterEach(endTest);
afterAll(endFile);
