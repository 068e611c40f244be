import { mock } from 'node:test';

/**
 * What tests import for `node:test` while mutants are tried: it writes down tests instead of running them, so that one
 * process can run the same test again for every mutant. Only what our tests use of Node's runner is here; anything else
 * fails at import.
 */
export class TestContext {
  /** Its timers are everybody's in this process, so no other test may run meanwhile. */
  hasMocked = false;
  readonly #after: (() => unknown)[] = [];

  get mock(): typeof mock {
    this.hasMocked = true;
    return mock;
  }

  after(hook: () => unknown): void {
    this.#after.push(hook);
  }

  /** A part of the test, which fails with it. */
  async test(_title: string, body: TestBody): Promise<void> {
    const context = new TestContext();
    try {
      await body(context);
    } finally {
      await context.end();
    }
  }

  async end(): Promise<void> {
    if (this.hasMocked) mock.reset();
    for (const hook of this.#after) await hook();
  }
}

export interface RecordedTest {
  title: string;
  body: TestBody;
}

type TestBody = (context: TestContext) => unknown;
interface Options {
  skip?: boolean | string;
}

const suites: { title: string; isLeftOut: boolean }[] = [];
let recorded: RecordedTest[] = [];

export function describe(title: string, ...[options, body]: Parameters<typeof normalize>): void {
  const { skip, body: define } = normalize(options, body);
  if (skip) return;
  const suite = { title, isLeftOut: false };
  const begin = recorded.length;
  suites.push(suite);
  define(new TestContext());
  suites.pop();
  if (suite.isLeftOut) recorded.length = begin;
}

/** A suite that needs something around all of its tests (a Redis) is left out. */
export function before(): void {
  const suite = suites.at(-1);
  if (suite) suite.isLeftOut = true;
}

export { before as after };

export function test(title: string, ...[options, body]: Parameters<typeof normalize>): void {
  const one = normalize(options, body);
  if (!one.skip)
    recorded.push({ title: [...suites.map((suite) => suite.title), title].join(' › '), body: one.body });
}

export { test as it };

/** What has been recorded since it was asked last. */
export function takeRecorded(): RecordedTest[] {
  const tests = recorded;
  recorded = [];
  return tests;
}

const normalize = (options: Options | TestBody, body?: TestBody): Options & { body: TestBody } =>
  typeof options === 'function' ? { body: options } : { ...options, body: body as TestBody };
