import { inRoot } from '../paths.js';
import { nothing } from './counts.js';
import { testFiles, type TestKind } from './files.js';
import { counted, type Part } from './part.js';

interface NodeTestOptions {
  /** Files at a time; unset, Node chooses. */
  concurrency?: number;
  /** Milliseconds for the whole part. */
  timeout?: number;
}

/** Files for Node's own runner: its report is shown, its totals are counted. */
export function nodeTests(kind: TestKind, { concurrency, timeout }: NodeTestOptions = {}): Part {
  return {
    name: `${kind} tests`,
    run: async () => {
      const files = await testFiles(kind);
      if (files.length === 0) return { output: 'none yet\n', counts: nothing() };
      return counted(['--import', 'tsx', '--test', ...reporters, ...atATime(concurrency), ...files], timeout);
    },
  };
}

const reporters = [
  '--test-reporter=spec',
  '--test-reporter-destination=stdout',
  `--test-reporter=${inRoot('scripts/test/node-counts.js')}`,
  '--test-reporter-destination=stderr',
];

const atATime = (files?: number): string[] => (files ? [`--test-concurrency=${files}`] : []);
