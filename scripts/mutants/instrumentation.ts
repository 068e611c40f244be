import type { MutantCoverage } from '@stryker-mutator/api/core';

/** What the instrumented code and the runner tell each other through a global of Stryker's. */
interface Instrumentation {
  activeMutant?: string | undefined;
  currentTestId?: string | undefined;
  hitCount?: number | undefined;
  hitLimit?: number | undefined;
  mutantCoverage?: MutantCoverage;
}

const shared = globalThis as { __stryker__?: Instrumentation };

export const instrumentation: Instrumentation = (shared.__stryker__ ??= {});
