import assert from 'node:assert/strict';
import type { SimulatorSettingsPatch } from '../../../src/simulator/index.js';
import { goThrough } from '../onboard-page.js';
import { hasClosed, isConnected } from './outcomes.js';
import { topic, type Scene } from './scenario.js';

interface Outage {
  begin: (scene: Scene) => void;
  end: (scene: Scene) => void;
  code: string;
}

const failing = (...on: ('create' | 'read')[]): SimulatorSettingsPatch => ({
  faults: on.map((operation) => ({ kind: 'html-502', on: operation })),
});

const troubles: Record<string, Outage> = {
  'Edlink is down': {
    begin: ({ host }) => host.simulator.configure(failing('create', 'read')),
    end: ({ host }) => host.simulator.configure({ faults: [] }),
    code: 'upstream_unavailable',
  },
  'the proxy is out of reach': {
    begin: ({ host }) => (host.isProxyReachable = false),
    end: ({ host }) => (host.isProxyReachable = true),
    code: 'network',
  },
};

export const outages = topic('an outage', (tell) => {
  for (const [what, { begin, end, code }] of Object.entries(troubles)) {
    tell(
      `passes while the onboarding is made and ${what}`,
      { variant: code !== 'network' },
      async (scene) => {
        const { anna, tab, otherTabsAreClosed } = scene;
        begin(scene);
        await anna.clicks('button');
        const { state } = await anna.sees('the trouble', ({ error }) => error === code);
        assert.equal(state, 'creating');
        end(scene);
        await anna.reaches('blocked');
        await otherTabsAreClosed();
        await anna.clicks('link');
        await goThrough(await tab());
        await isConnected(scene);
        assert.deepEqual(await anna.outcome(), [
          'connect-error',
          'onboarding-created',
          'integration-connected',
        ]);
      },
    );

    tell(`passes while everybody waits and ${what}`, { variant: code === 'network' }, async (scene) => {
      const { anna, connect } = scene;
      const tab = await connect();
      await anna.reaches('waiting', 'started');
      begin(scene);
      await anna.clicks('check');
      await anna.sees('the trouble', ({ error }) => error === code);
      await goThrough(tab);
      await hasClosed(tab);
      assert.notEqual((await anna.see()).state, 'connected');
      end(scene);
      // The return page has put the element on its ladder, which asks again by itself.
      await isConnected(scene);
      assert.deepEqual(await anna.outcome(), [
        'onboarding-created',
        'connect-error',
        'integration-connected',
      ]);
    });
  }
});
