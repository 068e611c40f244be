import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { skipReason } from './browsers/index.js';
import { type Host, startHost } from './host.js';
import { measureLatencies } from './latency.js';
import { launchRawChromium, type RawChromium } from './raw-chromium.js';
import { visitorOf } from './visitor.js';

describe('in a browser as people have it', { skip: skipReason('chromium') }, () => {
  let chromium: RawChromium;
  let host: Host;
  before(async () => {
    chromium = await launchRawChromium();
    host = await startHost();
  });
  after(async () => {
    await chromium.close();
    await host.close();
  });

  it('hears of the completion with all of its tabs in the background', async () => {
    assert.equal((await measureLatencies(2)).length, 2);
  });

  it('keeps waiting when Escape answers the question whether to cancel', async () => {
    const page = await chromium.open(`${host.origin}/sign-in?as=ben`);
    const ben = visitorOf(page);
    await ben.reaches('idle');
    await ben.clicks('button');
    await chromium.waitForTab();
    await ben.reaches('waiting', 'started');
    await page.bringToFront();
    await ben.clicks('cancel');
    await page.waitFor(isAsking);
    await page.press('Escape');
    await page.waitFor(
      () => !document.querySelector('connect-district')?.shadowRoot?.querySelector('dialog')?.open,
    );
    assert.match((await ben.see()).state ?? '', /^(waiting|started)$/);
    assert.equal(host.simulator.requests.counts.delete, 0);
    assert.equal(
      await page.evaluate(() =>
        document.querySelector('connect-district')?.shadowRoot?.activeElement?.getAttribute('part'),
      ),
      'cancel',
      'the focus is where it was',
    );
  });
});

const isAsking = (): boolean =>
  !!document.querySelector('connect-district')?.shadowRoot?.querySelector('dialog')?.open;
