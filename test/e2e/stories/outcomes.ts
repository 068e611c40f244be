import assert from 'node:assert/strict';
import type { Page } from '../browsers/index.js';
import { until } from '../browsers/patience.js';
import type { Scene } from './scenario.js';

interface Expected {
  resumed?: boolean;
  /** Which of the upstream's onboardings it is; all others must be over. */
  onboarding?: number;
}

/** The element, its one event, Edlink and the host's server know the same ids; the server knew first. */
export async function isConnected(
  { host, anna }: Pick<Scene, 'host' | 'anna'>,
  { resumed = false, onboarding: index = 0 }: Expected = {},
): Promise<void> {
  const { onboarding, integration } = await anna.reaches('connected');
  const { onboardings } = host.simulator;
  assert.equal(onboardings.length, index + 1, 'as many onboardings at Edlink as somebody wanted');
  assert.ok(integration);
  assert.deepEqual([onboarding, integration], [onboardings[index]!.id, onboardings[index]!.integration_id]);

  const connections = (await anna.events()).filter(({ name }) => name === 'integration-connected');
  assert.equal(connections.length, 1);
  const { detail, at } = connections[0]!;
  assert.equal(detail?.integration_id, integration);
  assert.equal(detail.onboarding_id, onboarding);
  assert.equal(detail.resumed, resumed);

  if (host.isBare) return;
  assert.equal(host.connected.length, 1);
  const { at: toldAt, ...told } = host.connected[0]!;
  assert.deepEqual(told, {
    tenant: 'usd-259',
    actor: 'anna@usd259.example',
    onboarding_id: onboarding,
    integration_id: integration,
  });
  assert.ok(toldAt <= at, 'the server is told before the page');
  assert.equal((await host.connectionOf('usd-259'))?.integration_id, integration);
}

/** The tab has done its work and is closed. */
export async function hasClosed(tab: Page): Promise<void> {
  await until(async () => !(await tab.isOpen()), 'the tab to close itself');
}
