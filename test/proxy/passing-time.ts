import type { TestContext } from 'node:test';

/** Time for the timers of the proxy, while sockets take their own. */
export function letPass(context: TestContext): void {
  const passing = setInterval(() => context.mock.timers.tick(1_000), 5);
  context.after(() => clearInterval(passing));
}
