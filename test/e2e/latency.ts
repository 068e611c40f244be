import assert from 'node:assert/strict';
import { until } from './browsers/patience.js';
import { type Host, startHost } from './host.js';
import { goThrough, onboardSteps, submitStep } from './onboard-page.js';
import { launchRawChromium } from './raw-chromium.js';
import { visitorOf } from './visitor.js';

/** Milliseconds. */
const roundTrip = 100;

/**
 * How long the event takes from the completion, in round trips, with the page and the onboard tab really hidden.
 * The return page tells of the completion.
 */
export async function measureLatencies(runs: number): Promise<number[]> {
  const chromium = await launchRawChromium();
  const host = await startHost();
  try {
    const page = await chromium.open(`${host.origin}/sign-in?as=anna`);
    const elsewhere = await chromium.open('about:blank');
    const anna = visitorOf(page);
    host.roundTrip = roundTrip;
    const latencies: number[] = [];
    for (let run = 0; run < runs; run++) {
      await page.bringToFront();
      await page.waitFor(() => document.visibilityState === 'visible');
      if (run > 0) await anna.clicks('button');
      await anna.reaches('idle');
      await anna.clicks('button');
      const tab = await chromium.waitForTab();
      await goThrough(tab, onboardSteps.slice(0, -1));
      await anna.reaches('waiting', 'started');
      await elsewhere.bringToFront();
      for (const hidden of [page, tab]) await hidden.waitFor(() => document.visibilityState === 'hidden');
      await tab.waitFor(submitStep, { parameters: [onboardSteps.at(-1) ?? '', onboardSteps] });
      latencies.push((await latencyOf(anna, host, run)) / roundTrip);
      assert.equal(await page.evaluate(() => document.visibilityState), 'hidden');
    }
    return latencies;
  } finally {
    await chromium.close();
    await host.close();
  }
}

async function latencyOf(
  anna: Pick<ReturnType<typeof visitorOf>, 'events'>,
  host: Host,
  run: number,
): Promise<number> {
  const connections = await until(async () => {
    const events = (await anna.events()).filter(({ name }) => name === 'integration-connected');
    return events.length > run ? events : undefined;
  }, 'the event');
  assert.equal(connections.length, run + 1);
  return connections[run]!.at - host.simulator.onboardings[run]!.completedAt!;
}
