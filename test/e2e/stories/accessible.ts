import assert from 'node:assert/strict';
import type { AxeResults } from 'axe-core';
import type { StateName } from '../../../src/onboarding/state.js';
import { goThrough } from '../onboard-page.js';
import { topic, type Scene, type ScenarioOptions } from './scenario.js';

const day = 24 * 60 * 60_000;
const scripts = [{ src: '/connect-district.js' }, { src: '/axe.js', as: 'defer' }] as const;

/** A moment to look at, and the state that the element must be in. */
type Moment = [StateName, (scene: Scene) => Promise<unknown>];

const click = ({ anna }: Scene): Promise<void> => anna.clicks('button');
const waiting = async (scene: Scene): Promise<void> => {
  await scene.connect();
  await scene.anna.reaches('waiting', 'started');
};

const stories: Record<string, { simulator?: ScenarioOptions['simulator']; moments: Moment[] }> = {
  'from beginning to end': {
    simulator: { faults: [{ kind: 'slow-answer', on: 'create', milliseconds: 5000 }] },
    moments: [
      ['idle', () => Promise.resolve()],
      ['creating', click],
      ['waiting', ({ anna }) => anna.reaches('waiting')],
      ['started', ({ anna }) => anna.clicks('check')],
      ['started', ({ anna }) => anna.clicks('cancel')],
      [
        'connected',
        async ({ anna, tab }) => {
          await anna.clicks('dialog-keep');
          await goThrough(await tab());
        },
      ],
    ],
  },
  'when the tab is blocked': {
    moments: [
      ['blocked', ({ anna }) => anna.page.evaluate(() => document.querySelector('connect-district')?.open())],
    ],
  },
  'when the creation fails for a while, and when it fails': {
    simulator: {
      faults: [
        { kind: 'html-502', on: 'create', times: 3 },
        { kind: 'edlink-error', on: 'create', code: 'EXPIRED_TOKEN' },
      ],
    },
    moments: [
      [
        'creating',
        async (scene) => {
          await click(scene);
          await scene.anna.sees('trouble', ({ error }) => error !== null);
        },
      ],
      ['failed', ({ anna }) => anna.reaches('failed')],
    ],
  },
  'when the person is signed out': {
    moments: [
      [
        'waiting',
        async (scene) => {
          await waiting(scene);
          await scene.anna.signOut();
          await scene.anna.looksAgain();
          await scene.anna.sees('the notice', ({ error }) => error === 'unauthorized');
        },
      ],
    ],
  },
  'when it is cancelled': {
    moments: [
      [
        'cancelled',
        async (scene) => {
          await waiting(scene);
          await scene.anna.clicks('cancel');
          await scene.anna.clicks('dialog-cancel');
        },
      ],
    ],
  },
  'when it has expired': {
    moments: [
      [
        'expired',
        async (scene) => {
          await waiting(scene);
          scene.host.passed = 4 * day;
          await scene.anna.looksAgain();
        },
      ],
    ],
  },
  'when it is incomplete': {
    simulator: { integrationIdAfterReads: 'never' },
    moments: [['incomplete', async ({ connect }) => goThrough(await connect())]],
  },
};

export const accessible = topic(
  'axe finds nothing',
  (tell) => {
    for (const [story, { simulator = {}, moments }] of Object.entries(stories))
      tell(story, { scripts, simulator }, async (scene) => {
        for (const [state, arrive] of moments) {
          await arrive(scene);
          await scene.anna.reaches(state);
          assert.deepEqual(await audit(scene), [], state);
        }
      });
  },
  ['chromium'],
);

const audit = ({ anna }: Scene): Promise<string[]> =>
  anna.page.evaluate(async () => {
    const { axe } = window as unknown as { axe: { run: () => Promise<AxeResults> } };
    const { violations } = await axe.run();
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  });
