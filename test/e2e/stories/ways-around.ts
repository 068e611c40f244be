import assert from 'node:assert/strict';
import { goThrough } from '../onboard-page.js';
import { hasClosed, isConnected } from './outcomes.js';
import { topic } from './scenario.js';

export const waysAround = topic('another way to the onboard page', (tell) => {
  tell('is the link, when the browser has stopped the tab', {}, async (scene) => {
    const { anna, tab } = scene;
    await anna.page.evaluate(() => {
      document.querySelector('connect-district')?.open();
    });
    const { text } = await anna.reaches('blocked');
    assert.match(text, /Your browser stopped the new tab/);
    assert.equal((await anna.events())[0]?.name, 'before-connect');
    await anna.clicks('link');
    await anna.reaches('waiting');
    await goThrough(await tab());
    await isConnected(scene);
  });

  tell('is the link, when the tab was closed', {}, async (scene) => {
    const { host, anna, connect, tab } = scene;
    const first = await connect();
    await first.waitFor(() => document.title.startsWith('Connect your system'));
    await anna.reaches('waiting', 'started');
    await first.close();
    await anna.clicks('check');
    await anna.reaches('started');
    assert.deepEqual(await anna.outcome(), ['onboarding-created']);
    await anna.clicks('link');
    const second = await tab();
    await goThrough(second);
    await isConnected(scene);
    assert.equal(host.simulator.requests.counts.create, 1);
  });

  tell("is a colleague's browser", {}, async (scene) => {
    const { host, anna, connect, otherBrowser } = scene;
    await connect();
    await anna.reaches('waiting', 'started');
    const { onboarding } = await anna.see();
    const there = await (await otherBrowser()).page(`${host.upstream}/onboard/${onboarding}`);
    await goThrough(there);
    await there.waitFor(() => document.title === 'You are done');
    await anna.looksAgain();
    await isConnected(scene);
    assert.equal(await there.isOpen(), true, 'nobody there waits, so the page stays to say that it is done');
    assert.match(await there.text('main'), /You can close this tab/);
  });

  tell('is the same tab again, by the main action', { variant: true }, async (scene) => {
    const { anna, connect, tab } = scene;
    const first = await connect();
    await anna.reaches('waiting', 'started');
    await anna.page.click('connect-district >> [part~="link"]');
    const second = await tab();
    await goThrough(second);
    await isConnected(scene);
    await hasClosed(second);
    await first.close();
  });
});
