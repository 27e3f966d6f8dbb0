// Prints how many tests passed and failed from vitest's JSON report; checks that failed before any test count as one.
import { readFileSync } from 'node:fs';

let counts;
try {
  counts = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8'));
} catch {
  counts = { numPassedTests: 0, numFailedTests: 1, numPendingTests: 0, testResults: [] };
}
const brokenFiles = counts.testResults.filter(
  (file) => file.status === 'failed' && file.assertionResults.length === 0,
).length;
const skipped = counts.numPendingTests > 0 ? `, ${counts.numPendingTests} skipped` : '';
console.log(`${counts.numPassedTests} passed, ${counts.numFailedTests + brokenFiles} failed${skipped}`);
