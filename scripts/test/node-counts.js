// Node loads reporters before tsx, so this one is JavaScript.
import { writeFileSync } from 'node:fs';

/** @type {Record<string, keyof import('./counts.js').Counts>} */
const totals = { pass: 'passed', fail: 'failed', cancelled: 'failed', skipped: 'skipped', todo: 'skipped' };

/**
 * A reporter for Node's runner: prints nothing, writes the runner's own totals to the file `TEST_COUNTS`.
 * @param {AsyncIterable<import('node:test/reporters').TestEvent>} events
 */
export default async function* countTests(events) {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for await (const { type, data } of events) {
    if (type !== 'test:diagnostic' || data.nesting !== 0) continue;
    // the totals come as texts: `pass 12`
    const [, word = '', number] = /^(\w+) (\d+)$/.exec(data.message) ?? [];
    const total = totals[word];
    if (total) counts[total] += Number(number);
  }
  if (process.env.TEST_COUNTS) writeFileSync(process.env.TEST_COUNTS, JSON.stringify(counts));
  yield '';
}
