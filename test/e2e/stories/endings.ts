import assert from 'node:assert/strict';
import { simulatorDefaults } from '../../../src/simulator/index.js';
import type { Page } from '../browsers/index.js';
import { until } from '../browsers/patience.js';
import { goThrough } from '../onboard-page.js';
import { hasClosed, isConnected } from './outcomes.js';
import { topic, type Scene, type ScenarioOptions } from './scenario.js';

const day = 24 * 60 * 60_000;

const proxies: Record<string, ScenarioOptions> = {
  'our proxy': {},
  'a bare one': {
    variant: true,
    proxy: 'pass-through',
    attributes: { 'application-id': simulatorDefaults.applicationId },
  },
};

export const endings = topic('an end without a connection', (tell) => {
  for (const [proxy, options] of Object.entries(proxies))
    tell(`is cancelled after a question, through ${proxy}`, options, async (scene) => {
      const { host, anna } = scene;
      const tab = await atTheOnboardPage(scene);
      await anna.clicks('cancel');
      assert.equal(await isAskingBack(scene), true);
      await anna.clicks('dialog-keep');
      assert.equal(await isAskingBack(scene), false);
      assert.equal(host.simulator.requests.counts.delete, 0);

      await anna.clicks('cancel');
      await anna.clicks('dialog-cancel');
      await anna.reaches('cancelled');
      const [record] = host.simulator.onboardings;
      assert.ok(record!.deletedAt, 'deleted at Edlink too');
      assert.deepEqual(await anna.outcome(), ['onboarding-created', 'onboarding-cancelled']);
      assert.deepEqual((await anna.events()).at(-1)?.detail, { onboarding_id: record!.id, reason: 'user' });
      await tab.reload();
      await tab.waitFor(() => document.title.startsWith('This link has been withdrawn'));
      assert.deepEqual(host.connected, []);
    });

  tell('is noticed when somebody else deletes it', {}, async (scene) => {
    const { host, anna } = scene;
    await atTheOnboardPage(scene);
    const [record] = host.simulator.onboardings;
    const { teamId, token } = simulatorDefaults;
    await fetch(`${host.upstream}/api/v1/teams/${teamId}/onboardings/${record!.id}`, {
      method: 'DELETE',
      headers: { Authorization: `Bearer ${token}` },
    });
    await anna.looksAgain();
    const { text } = await anna.reaches('cancelled');
    assert.match(text, /Somebody else cancelled this link/);
    assert.deepEqual((await anna.events()).at(-1)?.detail, { onboarding_id: record!.id, reason: 'deleted' });
    assert.ok(host.simulator.requests.counts.read >= 3, 'one 404 is no deletion');
  });

  tell('is expired, and starts again with a new link', {}, async (scene) => {
    const { host, anna, connect } = scene;
    await atTheOnboardPage(scene);
    host.passed = 4 * day;
    await anna.looksAgain();
    const { text } = await anna.reaches('expired');
    assert.match(text, /The link has expired/);
    assert.deepEqual(await anna.outcome(), ['onboarding-created', 'onboarding-expired']);
    await goThrough(await connect());
    await isConnected(scene, { onboarding: 1 });
  });

  tell(
    'is incomplete, until Edlink names an integration',
    { simulator: { integrationIdAfterReads: 'never' } },
    async (scene) => {
      const { host, anna } = scene;
      const tab = await atTheOnboardPage(scene);
      await goThrough(tab);
      await anna.reaches('incomplete');
      assert.ok(host.simulator.onboardings[0]!.completedReads >= 3, 'asked twice more');
      assert.deepEqual(await anna.outcome(), ['onboarding-created', 'onboarding-incomplete']);
      assert.deepEqual(host.connected, []);
      // The tab's end is a signal: a question of its would find the integration first, and give the button another job.
      await hasClosed(tab);
      await isQuiet(scene);
      host.simulator.configure({ integrationIdAfterReads: 0 });
      await anna.clicks('button');
      await isConnected(scene);
    },
  );
});

async function atTheOnboardPage({ anna, connect }: Scene): Promise<Page> {
  const tab = await connect();
  await tab.waitFor(() => document.title.startsWith('Connect your system'));
  // What follows "opening" is a line longer, and a click would miss what it aims at.
  await anna.reaches('waiting', 'started');
  return tab;
}

/** From now on nobody asks Edlink for two seconds. */
async function isQuiet({ host }: Scene): Promise<void> {
  const { log } = host.simulator.requests;
  const now = Date.now();
  await until(() => Promise.resolve(Date.now() - Math.max(now, log.at(-1)!.at) > 2000), 'quiet');
}

const isAskingBack = ({ anna }: Scene): Promise<boolean> =>
  anna.page.evaluate(() =>
    Boolean(document.querySelector('connect-district')?.shadowRoot?.querySelector('dialog')?.open),
  );
