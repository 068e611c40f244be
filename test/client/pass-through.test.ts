import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { createProxyClient } from '../../src/client/proxy-client.js';
import { simulatorDefaults, type SimulatorSettingsPatch } from '../../src/simulator/index.js';
import { serveSimulator } from '../../src/simulator/node/index.js';
import { otherId } from '../contract/samples.js';
import { listen } from './answering.js';

const { applicationId, teamId, token } = simulatorDefaults;
const never = new AbortController().signal;
const key = 'a-key-that-is-long-enough';

/** The least that a proxy can be: the token attached, paths mapped one to one, and nothing understood. */
async function bareProxy(
  context: TestContext,
  settings: SimulatorSettingsPatch,
  upstreamToken: string = token,
) {
  const upstream = await serveSimulator({ settings });
  context.after(() => upstream.close());
  const url = await listen(context, (request, response) => {
    void (async () => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      const answer = await fetch(`${upstream.url}/api/v1/teams/${teamId}${request.url}`, {
        method: request.method!,
        headers: { Authorization: `Bearer ${upstreamToken}`, 'Content-Type': 'application/json' },
        body: chunks.length > 0 ? Buffer.concat(chunks) : null,
      });
      response.writeHead(answer.status).end(await answer.text());
    })();
  });
  const client = createProxyClient({ proxy: new URL(url) });
  return { client, simulator: upstream.simulator };
}

const shapes: SimulatorSettingsPatch[] = [
  { envelope: true, noneAs: 'zero', createStatus: 201, deleteAnswer: '204' },
  { envelope: false, noneAs: 'null', createStatus: 200, deleteAnswer: '200-body' },
  { envelope: false, noneAs: 'absent', deleteAnswer: '200-empty' },
];

describe('behind a bare pass-through proxy', () => {
  for (const settings of shapes)
    it(`an onboarding is made, read, completed (${JSON.stringify(settings)})`, async (context) => {
      const { client, simulator } = await bareProxy(context, settings);
      const made = await client.createOnboarding({ application_id: applicationId }, key, never);
      assert.equal(made.onboarding.state, 'created');
      assert.equal(made.onboarding.integration_id, null);
      assert(made.date! > 0);
      simulator.complete(made.onboarding.id);
      const { onboarding } = await client.readOnboarding(made.onboarding.id, true, never);
      assert.equal(onboarding.state, 'completed');
      assert.equal(onboarding.integration_id, simulator.onboardings[0]?.integration_id);
    });

  for (const settings of shapes)
    it(`an onboarding is deleted (${settings.deleteAnswer})`, async (context) => {
      const { client, simulator } = await bareProxy(context, settings);
      const { onboarding } = await client.createOnboarding({ application_id: applicationId }, key, never);
      await client.deleteOnboarding(onboarding.id, never);
      assert.notEqual(simulator.onboardings[0]?.deletedAt, null);
      await assert.rejects(client.readOnboarding(onboarding.id, true, never), { code: 'not_found' });
    });

  for (const errorStatus of ['by-code', 'always-400'] as const)
    for (const singularError of ['never', 'object', 'text'] as const)
      it(`Edlink’s refusals are understood (${errorStatus}, $error ${singularError})`, async (context) => {
        const settings = { errorStatus, singularError };
        const { client } = await bareProxy(context, settings);
        await assert.rejects(client.readOnboarding(otherId, true, never), { code: 'not_found' });
        const revoked = await bareProxy(context, settings, 'revoked');
        // the vendor's own token, never "you are signed out"
        await assert.rejects(revoked.client.readOnboarding(otherId, true, never), {
          code: 'upstream_credentials',
        });
      });

  it('the deletion of a completed one is refused', async (context) => {
    const { client, simulator } = await bareProxy(context, {});
    const { onboarding } = await client.createOnboarding({ application_id: applicationId }, key, never);
    simulator.complete(onboarding.id);
    await assert.rejects(client.deleteOnboarding(onboarding.id, never), { code: 'invalid_request' });
  });
});
