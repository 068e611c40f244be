import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check, type CheckOptions } from '../../src/cli/check/check.js';
import { inText } from '../../src/cli/check/text.js';
import type { Stage } from './stage.js';

const session = (name: string) => ({ headers: { Cookie: `session=${name}` } });

/** What `connect-district check` says of a host: everything is asked, nothing is wrong, nothing is left behind. */
export function testContract(
  stage: Stage,
  options: Pick<CheckOptions, 'level' | 'body'>,
  complete: () => Promise<string>,
): void {
  test(`connect-district check --level ${options.level} finds nothing`, async () => {
    const report = await check({
      ...options,
      url: new URL(`${stage.url}/edlink`),
      write: true,
      caller: session('anna'),
      ...(options.level === 'full' && { other: session('ben') }),
      completed: await complete(),
      timeout: 10_000,
      fetch: globalThis.fetch,
    });
    assert.deepEqual([report.failed, report.leftBehind], [0, []], inText(report));
    const reasons = report.rules.flatMap(({ id, reason }) =>
      reason === undefined ? [] : [`${id}: ${reason}`],
    );
    // The examples have no links, which are no part of any level.
    const ofOnboardings = reasons.filter((reason) => !reason.includes('links'));
    if (options.level === 'full') assert.deepEqual(ofOnboardings, []);
  });
}
