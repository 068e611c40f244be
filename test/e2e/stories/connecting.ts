import assert from 'node:assert/strict';
import { simulatorDefaults } from '../../../src/simulator/index.js';
import { until } from '../browsers/patience.js';
import { goThrough, goThroughByHand } from '../onboard-page.js';
import { hasClosed, isConnected } from './outcomes.js';
import { topic, type Scene, type ScenarioOptions } from './scenario.js';

const coop = { 'Cross-Origin-Opener-Policy': 'same-origin' };
const bare = {
  proxy: 'pass-through',
  attributes: { 'application-id': simulatorDefaults.applicationId },
} as const;

/** Hosts on which all must go as on any other. */
const hosts: Record<string, ScenarioOptions> = {
  'with COOP on its pages': { headers: coop, variant: true },
  'whose onboard page has COOP': { simulator: { coop: 'same-origin' }, variant: true },
  'with COOP on both sides': { headers: coop, simulator: { coop: 'same-origin' } },
  'with a bare pass-through proxy': { ...bare, simulator: { envelope: true } },
  'with a bare pass-through proxy and bare objects': {
    ...bare,
    simulator: { envelope: false },
    variant: true,
  },
  'where none is the zero UUID': { ...bare, simulator: { noneAs: 'zero', createStatus: 201 }, variant: true },
};

export const connecting = topic('connecting', (tell) => {
  for (const as of ['module', 'defer'] as const)
    tell(
      `goes from click to form, by a script as ${as}`,
      { scripts: [{ src: '/connect-district.js', as }] },
      fromClickToForm,
    );

  for (const [kind, options] of Object.entries(hosts))
    tell(`connects on a host ${kind}`, options, async (scene) => {
      const tab = await scene.connect();
      await goThrough(tab);
      await isConnected(scene);
      assert.deepEqual(await scene.anna.outcome(), ['onboarding-created', 'integration-connected']);
      await comesHome(scene, tab);
    });
});

async function fromClickToForm(scene: Scene): Promise<void> {
  const { host, anna, connect } = scene;
  assert.equal((await anna.see()).state, 'idle');
  assert.deepEqual(host.simulator.requests.log, [], 'an idle page makes no request');

  const tab = await connect();
  await tab.waitFor(() => document.title.startsWith('Connect your system'));
  const [onboarding] = host.simulator.onboardings;
  assert.equal(await tab.url(), `${host.upstream}/onboard/${onboarding!.id}`);

  // What follows "opening" is a line longer, and a click would miss what it aims at.
  await anna.reaches('waiting', 'started');
  await anna.clicks('check');
  await anna.reaches('started');
  await goThroughByHand(tab);
  await isConnected(scene);
  await hasClosed(tab);
  assert.deepEqual(
    (await anna.events()).map(({ name }) => name),
    ['before-connect', 'onboarding-created', 'onboarding-started', 'integration-connected'],
  );

  const { integration } = await anna.see();
  await anna.page.click('#save');
  const saved = await until(async () => (await anna.page.url()).split('/saved')[1], 'the form to be sent');
  assert.equal(saved, `?integration=${integration}`);
}

/** After COOP has parted the tab from its page, a browser may refuse to let it close itself. */
async function comesHome({ anna }: Scene, tab: Awaited<ReturnType<Scene['connect']>>): Promise<void> {
  await until(
    // One look at a time: a tab that closes while somebody waits for its text would never have one.
    async () => !(await tab.isOpen()) || (await tab.evaluate(heading)) === 'You are done',
    'the tab to come home',
  );
  assert.equal((await anna.see()).state, 'connected');
}

/** Runs in the tab. */
const heading = (): string | undefined => document.querySelector('h1')?.textContent;
