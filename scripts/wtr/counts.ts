import { writeFileSync } from 'node:fs';
import type { Reporter, TestSession, TestSuiteResult } from '@web/test-runner';
import { type Counts, nothing } from '../test/counts.js';

/** Writes the run's numbers to a file, for the one summary of all parts. */
export const countingReporter = (file: string): Reporter => ({
  stop({ sessions }) {
    const counts = nothing();
    for (const session of sessions) countSession(session, counts);
    writeFileSync(file, JSON.stringify(counts));
  },
});

/** A file that fails outside of its tests (an import, an uncaught error, a time-out) is a failure of its own. */
function countSession({ testResults, passed, errors }: TestSession, counts: Counts): void {
  if (testResults) countSuite(testResults, counts);
  if (!testResults || (!passed && errors.length > 0)) counts.failed++;
}

function countSuite({ tests, suites }: TestSuiteResult, counts: Counts): void {
  for (const test of tests) counts[test.skipped ? 'skipped' : test.passed ? 'passed' : 'failed']++;
  for (const suite of suites) countSuite(suite, counts);
}
