import { readFile } from 'node:fs/promises';
import path from 'node:path';

type Report = {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message: string;
    readonly assertionResults: readonly { readonly status: string }[];
  }[];
};

const reports = { 'npm test': 'unit.json', 'npm run e2e': 'e2e.json' };
const folder = path.resolve(import.meta.dirname, '../out/test');

// Arguments: the steps that ended with an error. One with a failed test in its report is already counted.
const brokenSteps = new Set(process.argv.slice(2));
let passed = 0;
let failed = 0;

for (const [step, file] of Object.entries(reports)) {
  const report = await readReport(file);
  const failures = report ? failuresIn(report) : 0;
  passed += report?.numPassedTests ?? 0;
  failed += failures;
  if (failures > 0) brokenSteps.delete(step);
  else if (!report || report.numPassedTests === 0) brokenSteps.add(step);
}
for (const step of brokenSteps) console.log(`Did not finish: ${step}`);
failed += brokenSteps.size;

console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

async function readReport(file: string): Promise<Report | undefined> {
  try {
    return JSON.parse(await readFile(path.join(folder, file), 'utf8')) as Report;
  } catch {
    return undefined;
  }
}

/** Failed tests, and files that failed before their first test could: Vitest counts those nowhere. */
function failuresIn(report: Report): number {
  const brokenFiles = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  );
  for (const file of brokenFiles) console.log(`Did not load: ${file.name}: ${file.message}`);
  return report.numFailedTests + brokenFiles.length;
}
