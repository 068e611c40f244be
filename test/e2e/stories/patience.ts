import assert from 'node:assert/strict';
import { goThrough } from '../onboard-page.js';
import { hasClosed, isConnected } from './outcomes.js';
import { topic } from './scenario.js';

// After five seconds a click no longer entitles anybody to open a tab, in WebKit after one.
export const patience = topic('a POST that takes its time', (tell) => {
  for (const seconds of [4, 8])
    tell(
      `still ends in a tab after ${seconds} seconds`,
      {
        variant: seconds === 4,
        simulator: { faults: [{ kind: 'slow-answer', on: 'create', milliseconds: seconds * 1000 }] },
      },
      async (scene) => {
        const { host, anna, connect } = scene;
        const tab = await connect();
        await anna.reaches('creating');
        assert.match(await tab.waitFor(() => document.body.textContent), /Opening/);
        await goThrough(tab);
        await isConnected(scene);
        assert.equal(host.simulator.requests.counts.create, 1);
        await hasClosed(tab);
      },
    );
});
