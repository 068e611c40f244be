import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { ProxyOptions, ProxyStore } from '../../src/proxy/index.js';
import { readSettings } from '../../src/proxy/settings.js';
import { readBaseUrl, readOrigins } from '../../src/proxy/settings-urls.js';
import { applicationId, authorize, teamId } from './stage.js';

const edlink = { token: 'token', teamId, applicationId };
const read = (changes: Partial<Record<keyof ProxyOptions, unknown>> = {}) =>
  readSettings({
    basePath: '/edlink',
    edlink,
    authorize,
    store: {} as ProxyStore,
    ...changes,
  } as ProxyOptions);

describe('settings', () => {
  test('have ids in one spelling', () => {
    const shouting = { ...edlink, teamId: teamId.toUpperCase(), applicationId: applicationId.toUpperCase() };
    const settings = read({ edlink: shouting }).edlink;
    assert.deepEqual([settings.teamId, settings.applicationId], [teamId, applicationId]);
    for (const name of ['teamId', 'applicationId'] as const) {
      const message = new RegExp(`createProxy: edlink.${name} must be the UUID`);
      assert.throws(() => read({ edlink: { ...edlink, [name]: [edlink[name]] } }), message);
    }
  });

  test('take the longest time that they allow', () => {
    const day = 86_400_000;
    assert.equal(read({ expiresIn: 365 * day }).expiresIn, 365 * day);
    assert.throws(() => read({ expiresIn: 365 * day + 1 }), /expiresIn must be a whole number/);
  });

  test('say that somebody watches only if somebody does', () => {
    assert.deepEqual(
      [true, false, undefined, 'yes'].map((watched) => read({ watched }).watched),
      [true, false, false, false],
    );
  });

  test('send the token over https, or plain http on loopback', () => {
    assert.equal(readBaseUrl('edlink.baseUrl', 'https://ed.link//'), 'https://ed.link');
    for (const text of ['ftp://localhost', 'ws://127.0.0.1', 'http://128.0.0.1'])
      assert.throws(() => readBaseUrl('edlink.baseUrl', text), /must be https:/, text);
  });

  test('take origins as browsers write them', () => {
    assert.deepEqual([...readOrigins(['https://app.example', 'http://localhost:3000'])].length, 2);
    for (const origin of [
      'https://app.example:443',
      'ftp://app.example',
      'https://app.example?',
      '',
      7,
      null,
    ])
      assert.throws(() => readOrigins([origin as string]), /origins must look like/);
  });
});
