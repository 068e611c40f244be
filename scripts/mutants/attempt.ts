import { setTimeout as wait } from 'node:timers/promises';
import { TestContext, type RecordedTest } from './node-test.js';

/** Taken before a test can mock it. */
const patience = wait;

export interface Attempt {
  /** Absent when the test passed. */
  failure?: string;
  /** Not ended in time: it is still under way, so that its process cannot be trusted any more. */
  isHanging: boolean;
  hasMocked: boolean;
  /** Milliseconds. */
  time: number;
}

/** Runs a test with its hooks, for at most `longest` milliseconds. */
export async function attempt(test: RecordedTest, longest: number): Promise<Attempt> {
  const started = performance.now();
  const context = new TestContext();
  const ended = new AbortController();
  const limit = patience(longest, 'hanging' as const, { signal: ended.signal });
  limit.catch(() => undefined);
  const failure = await Promise.race([run(test, context), limit]);
  ended.abort();
  return {
    ...(failure !== undefined && { failure }),
    isHanging: failure === 'hanging',
    hasMocked: context.hasMocked,
    time: performance.now() - started,
  };
}

async function run({ body }: RecordedTest, context: TestContext): Promise<string | undefined> {
  const failure = await failureOf(() => body(context));
  const failureAfter = await failureOf(() => context.end());
  return failure ?? failureAfter;
}

async function failureOf(work: () => unknown): Promise<string | undefined> {
  try {
    await work();
    return undefined;
  } catch (error) {
    return `failed: ${error instanceof Error ? error.message : String(error)}`;
  }
}
