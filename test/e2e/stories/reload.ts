import assert from 'node:assert/strict';
import type { Page } from '../browsers/index.js';
import { until } from '../browsers/patience.js';
import type { Host } from '../host.js';
import { goThrough } from '../onboard-page.js';
import { isConnected } from './outcomes.js';
import { topic, type ScenarioOptions, type Scene } from './scenario.js';

interface Case {
  options?: ScenarioOptions;
  /** Brings the page to the moment of the reload. */
  until: (scene: Scene, tab: Page) => Promise<unknown>;
  /** Whether somebody still has to go through the form afterwards. */
  isDone?: boolean;
}

const slow = (on: 'create' | 'read'): ScenarioOptions => ({
  variant: on === 'read',
  simulator: { faults: [{ kind: 'slow-answer', on, milliseconds: 1500, times: 1 }] },
});

const moments: Record<string, Case> = {
  'while the POST is under way': {
    options: slow('create'),
    until: ({ host }) => has(host, 'create'),
  },
  'when the POST has been answered': {
    options: { variant: true },
    until: ({ anna }) => anna.reaches('opening', 'waiting', 'started'),
  },
  'while nobody has started yet': {
    options: { simulator: { startedBy: 'nothing' } },
    until: ({ anna }) => anna.reaches('waiting'),
  },
  'while a question is under way': {
    options: slow('read'),
    until: isAsking,
  },
  'when it is completed, and nobody here knows': {
    until: async ({ host, anna }) => {
      await anna.reaches('opening', 'waiting');
      host.simulator.complete(host.simulator.onboardings[0]!.id);
    },
    isDone: true,
  },
  'while the answer that says completed is under way': {
    options: slow('read'),
    until: async (scene) => {
      const { host, anna } = scene;
      await anna.reaches('waiting');
      host.simulator.complete(host.simulator.onboardings[0]!.id);
      await isAsking(scene);
    },
    isDone: true,
  },
};

export const reload = topic('a reload', (tell) => {
  for (const [moment, { options = {}, until: bring, isDone }] of Object.entries(moments))
    tell(`goes on ${moment}`, options, async (scene) => {
      const { host, anna, connect } = scene;
      const tab = await connect();
      await until(() => Promise.resolve(host.simulator.onboardings.length), 'the onboarding');
      await bring(scene, tab);
      await anna.page.reload();
      if (!isDone) {
        // The blank tab went away with the page that would have sent it on.
        const { state } = await anna.reaches('blocked', 'waiting', 'started');
        assert.notEqual(state, 'idle');
        await anna.clicks('link');
        await goThrough(await scene.tab());
      }
      await isConnected(scene, { resumed: true });
    });

  tell('has nothing left to do when the page knew already', { variant: true }, async (scene) => {
    const { host, anna, connect } = scene;
    await goThrough(await connect());
    await isConnected(scene);
    const { read } = host.simulator.requests.counts;
    await anna.page.reload();
    await anna.reaches('idle');
    await isForgotten(scene);
    assert.equal(host.simulator.requests.counts.read, read);
    assert.deepEqual(await anna.outcome(), ['onboarding-created', 'integration-connected']);
  });
});

const has = (host: Host, operation: 'create' | 'read'): Promise<unknown> =>
  until(() => Promise.resolve(host.simulator.requests.counts[operation]), operation);

async function isAsking({ host, anna }: Scene): Promise<void> {
  await anna.reaches('waiting');
  await anna.clicks('check');
  await has(host, 'read');
}

async function isForgotten({ anna }: Scene): Promise<void> {
  assert.deepEqual(await anna.page.evaluate(() => Object.keys(localStorage)), []);
}
