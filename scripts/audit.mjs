// `npm run audit`: asks the registry for known vulnerabilities of the installed packages, if it offers advisories.
import { spawnSync } from 'node:child_process';

const npm = spawnSync('npm', ['audit', '--omit=dev', '--json'], {
  encoding: 'utf8',
  shell: process.platform === 'win32',
});
let report;
try {
  report = JSON.parse(npm.stdout);
} catch {
  report = {};
}
if (report.metadata?.vulnerabilities === undefined) {
  console.log('Audit skipped: this registry offers no advisories.');
} else {
  const { total } = report.metadata.vulnerabilities;
  for (const [name, { severity }] of Object.entries(report.vulnerabilities))
    console.log(`${severity}: ${name}`);
  console.log(`${total} known vulnerabilities`);
  process.exitCode = total > 0 ? 1 : 0;
}
