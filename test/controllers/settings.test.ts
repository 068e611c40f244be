import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { requestHeaders } from '../../src/controllers/request-headers.js';
import { createMemory } from '../../src/controllers/memory.js';
import { MisconfiguredError, onboardingRequest, uuidOf } from '../../src/controllers/settings.js';
import { naughtyStrings, skipWithout } from '../contract/corpora.js';
import { applicationId, key, ourId } from '../contract/samples.js';

// What needs a page (URLs, the tab, signals, storage) is tried in browsers; this is what does not.
const attributes = { proxy: '/edlink', onboardBase: 'https://ed.link/onboard/' };

describe('the body of the POST', () => {
  it('has only what the host has set', () => {
    const set = { ...attributes, applicationId, providerId: '', expirationDate: '2026-09-04T08:00:00Z' };
    assert.equal(
      JSON.stringify(onboardingRequest(set)),
      JSON.stringify({ application_id: applicationId, expiration_date: '2026-09-04T08:00:00Z' }),
    );
    assert.equal(JSON.stringify(onboardingRequest(attributes)), '{}');
  });
});

describe('an id of the host', () => {
  it('is a UUID, in lower case', () => {
    assert.equal(uuidOf('onboarding-id', ourId.toUpperCase()), ourId);
  });

  it('is refused by the attribute’s name and what was expected', () => {
    assert.throws(
      () => uuidOf('onboarding-id', '../x'),
      new MisconfiguredError('onboarding-id', '../x', 'a UUID'),
    );
  });

  const strings = naughtyStrings();
  it('is no naughty string', { skip: skipWithout(strings) }, () => {
    for (const text of strings) assert.throws(() => uuidOf('onboarding-id', text), { code: 'misconfigured' });
  });
});

describe('the host’s headers', () => {
  it('are asked for anew, promised or not', async () => {
    let asked = 0;
    const headers = () => Promise.resolve([['Authorization', `Bearer ${++asked}`]] as [string, string][]);
    const proxy = new URL('https://app.example/edlink');
    const read = async () =>
      (await requestHeaders({ csrfHeader: 'X-CSRF-Token', headers }, proxy)).get('authorization');
    assert.equal(await read(), 'Bearer 1');
    assert.equal(await read(), 'Bearer 2');
  });

  it('are none where there are none', async () => {
    const headers = await requestHeaders({ csrfHeader: 'X-CSRF-Token' }, new URL('https://app.example'));
    assert.deepEqual([...headers], []);
  });
});

describe('a browser without storage', () => {
  it('remembers nothing, and nobody is hurt', () => {
    const memory = createMemory('https://app.example/edlink', '', '');
    memory.remember({ key, id: ourId });
    assert.equal(memory.recall(), undefined);
    memory.forget();
  });
});
