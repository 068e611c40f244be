import assert from 'node:assert/strict';
import { until } from '../browsers/patience.js';
import { goThrough } from '../onboard-page.js';
import { isConnected } from './outcomes.js';
import { topic } from './scenario.js';

export const sessions = topic('a session that ends', (tell) => {
  for (const answer of ['401', 'redirect'] as const)
    tell(
      `is told, and goes on after signing in again (${answer})`,
      { variant: answer === 'redirect' },
      async (scene) => {
        const { host, anna, connect, tab } = scene;
        host.signedOutAnswer = answer;
        await connect();
        await anna.reaches('waiting', 'started');
        await anna.signOut();
        await anna.looksAgain();
        const { state, text } = await anna.sees('the notice', ({ error }) => error === 'unauthorized');
        assert.ok(state === 'waiting' || state === 'started');
        assert.match(text, /You are signed out\. Sign in again/);
        assert.deepEqual(await anna.outcome(), ['onboarding-created', 'connect-error']);
        const { detail } = (await anna.events()).at(-1)!;
        assert.deepEqual([detail?.code, detail?.retryable], ['unauthorized', true]);

        await anna.clicks('link');
        await goThrough(await tab());
        await until(
          () => Promise.resolve(host.simulator.onboardings[0]!.integration_id),
          'Edlink to have it',
        );
        assert.deepEqual(host.connected, [], 'nobody is signed in, so nobody may know');
        await anna.signIn('anna');
        await anna.looksAgain();
        await isConnected(scene);
        assert.equal((await anna.see()).error, null);
      },
    );

  tell('shows nothing of Anna when Ben has signed in', {}, async (scene) => {
    const { host, anna, connect } = scene;
    await connect();
    const { onboarding } = await anna.reaches('waiting', 'started');
    await anna.signIn('ben');
    await anna.page.reload();
    await anna.reaches('idle');
    // Three answers of 404 at least: after them nothing is left, not even the hint where to ask.
    await anna.page.waitFor(() => localStorage.length === 0);
    const sight = await anna.see();
    assert.deepEqual([sight.state, sight.onboarding, sight.error], ['idle', null, null]);
    assert.doesNotMatch(await anna.page.evaluate(() => document.body.innerHTML), new RegExp(onboarding!));
    assert.deepEqual(await anna.outcome(), ['onboarding-created'], 'from before the reload');

    await goThrough(await connect());
    const { integration } = await anna.reaches('connected');
    assert.equal(host.simulator.onboardings.length, 2);
    assert.deepEqual(
      host.connected.map(({ tenant, integration_id }) => [tenant, integration_id]),
      [['usd-500', integration]],
    );
  });
});
