import {
  determineHitLimitReached,
  DryRunStatus,
  TestStatus,
  toMutantRunResult,
  type DryRunResult,
  type MutantRunOptions,
  type MutantRunResult,
  type TestResult,
  type TestRunner,
} from '@stryker-mutator/api/test-runner';
import { attempt, type Attempt } from './attempt.js';
import { chosenTestFiles, isFor } from './chosen-tests.js';
import { instrumentation } from './instrumentation.js';
import { testsIn, testWithId, type KnownTest } from './test-file.js';
import { inOrder, keepExperience, recallExperience, type Experience } from './test-order.js';

/** Who takes that many milliseconds waits for something most of the time. */
const waiting = 300;
const longestWithoutMutant = 60_000;

/**
 * Runs tests that were written for Node's own runner, again and again in one process. Stryker starts a new process for
 * a mutant in code that runs at import, and when a run rejects.
 */
export class NodeTestRunner implements TestRunner {
  #isSpoiled = false;
  /** The last that failed first. */
  #killers: string[] = [];

  constructor() {
    // Whose it is cannot be told, and Node throws a few itself when sockets are torn down: it kills nobody.
    for (const event of ['uncaughtException', 'unhandledRejection'])
      process.on(event, () => (this.#isSpoiled = true));
  }

  capabilities(): { reloadEnvironment: boolean } {
    return { reloadEnvironment: false };
  }

  async dryRun(): Promise<DryRunResult> {
    const all: KnownTest[] = [];
    for (const file of await chosenTestFiles()) all.push(...(await testsIn(file)));
    const tests: TestResult[] = [];
    const experience: Experience[] = [];
    for (const test of all) {
      instrumentation.currentTestId = test.id;
      const ending = await attemptTwice(test);
      experience.push({ id: test.id, time: ending.time, waits: ending.time > waiting && !ending.hasMocked });
      tests.push(asResult(test, ending));
    }
    await keepExperience(experience);
    const { mutantCoverage } = instrumentation;
    return { status: DryRunStatus.Complete, tests, ...(mutantCoverage && { mutantCoverage }) };
  }

  async mutantRun({ activeMutant, testFilter, hitLimit }: MutantRunOptions): Promise<MutantRunResult> {
    if (this.#isSpoiled) throw new Error('Something of an earlier mutant is still under way.');
    Object.assign(instrumentation, { activeMutant: activeMutant.id, hitCount: hitLimit && 0, hitLimit });
    const chosen = (await recallExperience()).filter(
      ({ id }) => (testFilter?.includes(id) ?? true) && isFor(id, activeMutant.fileName),
    );
    const tests = await this.#runUntilOneFails(inOrder(chosen, this.#killers));
    const timeOut = determineHitLimitReached(instrumentation.hitCount, hitLimit);
    return toMutantRunResult(timeOut ?? { status: DryRunStatus.Complete, tests });
  }

  async #runUntilOneFails(experience: Experience[]): Promise<TestResult[]> {
    const results: TestResult[] = [];
    for (const one of experience.filter(({ waits }) => !waits)) {
      results.push(await this.#run(one));
      if (results.at(-1)?.status === TestStatus.Failed) return results;
    }
    const waiters = experience.filter(({ waits }) => waits);
    return [...results, ...(await Promise.all(waiters.map((one) => this.#run(one))))];
  }

  async #run({ id, time }: Experience): Promise<TestResult> {
    const test = await testWithId(id);
    const ending = await attempt(test, 5 * time + 2000);
    this.#isSpoiled ||= ending.isHanging;
    if (ending.failure !== undefined)
      this.#killers = [id, ...this.#killers.filter((one) => one !== id)].slice(0, 3);
    return asResult(test, ending);
  }
}

/** Without a mutant, a failure is a busy machine's: what really fails does it again. */
async function attemptTwice(test: KnownTest): Promise<Attempt> {
  const first = await attempt(test, longestWithoutMutant);
  return first.failure === undefined ? first : attempt(test, longestWithoutMutant);
}

function asResult({ id, title, file }: KnownTest, { failure, time }: Attempt): TestResult {
  const result = { id, name: title, fileName: file, timeSpentMs: time };
  return failure === undefined
    ? { ...result, status: TestStatus.Success }
    : { ...result, status: TestStatus.Failed, failureMessage: failure };
}
