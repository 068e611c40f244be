import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createProxy, type ProxyOptions } from '../../src/proxy/index.js';
import { openStore } from '../../src/proxy/node/index.js';
import { applicationId, authorize, makeDirectory, teamId } from './stage.js';

const secret = 'the secret token';
const edlink = { token: 'token', teamId, applicationId };
const pathwright = { school: 'maple-valley', token: 'token' };
const links = (changes: object) => ({ pathwright: { ...pathwright, ...changes } });

describe('options', () => {
  const rows: [title: string, changes: object, message: RegExp][] = [
    ['no authorize', { authorize: undefined }, /authorize is required/],
    ['no store', { store: undefined }, /store is required: openStore/],
    ['no edlink', { edlink: undefined }, /edlink is required/],
    ['no token', { edlink: { ...edlink, token: '' } }, /edlink\.token/],
    ['a token with a space', { edlink: { ...edlink, token: secret } }, /edlink\.token/],
    ['a team that is no UUID', { edlink: { ...edlink, teamId: 'mine' } }, /edlink\.teamId/],
    ['no application', { edlink: { ...edlink, applicationId: undefined } }, /edlink\.applicationId/],
    ['http', { edlink: { ...edlink, baseUrl: 'http://ed.link' } }, /https:/],
    ['nearly loopback', { edlink: { ...edlink, baseUrl: 'http://localhost.evil.example' } }, /https:/],
    ['nearly 127', { edlink: { ...edlink, baseUrl: 'http://127.0.0.1.nip.example' } }, /https:/],
    ['another scheme', { edlink: { ...edlink, baseUrl: 'file:///etc' } }, /https:/],
    ['a password', { edlink: { ...edlink, baseUrl: 'https://a:b@ed.link' } }, /baseUrl must be a URL/],
    ['a query', { edlink: { ...edlink, baseUrl: 'https://ed.link?x' } }, /baseUrl must be a URL/],
    ['no URL', { edlink: { ...edlink, baseUrl: 'ed.link' } }, /baseUrl must be a URL/],
    ['an origin with a path', { origins: ['https://app.example/'] }, /origins must look like/],
    ['an origin in capitals', { origins: ['https://App.example'] }, /origins must look like/],
    ['any origin', { origins: ['*'] }, /origins must look like/],
    ['the origin null', { origins: ['null'] }, /origins must look like/],
    ['origins as a text', { origins: 'https://app.example' }, /origins must be a list/],
    ['an unknown field', { allow: ['provider'] }, /allow: "provider".*provider_id/],
    ['a base path without a slash', { basePath: 'edlink' }, /basePath must be a path/],
    ['a base path with one at its end', { basePath: '/edlink/' }, /basePath must be a path/],
    ['a base path that climbs', { basePath: '/a/../b' }, /basePath must be a path/],
    ['a base path with two tenants', { basePath: '/:tenant/x/:tenant' }, /basePath must be a path/],
    ['a base path with another name', { basePath: '/districts/:district' }, /basePath must be a path/],
    ['no base path', { basePath: undefined }, /basePath must be a path/],
    ['an expiry of no time', { expiresIn: 0 }, /expiresIn/],
    ['an expiry of years', { expiresIn: 366 * 86_400_000 }, /expiresIn/],
    ['an endless time-out', { edlink: { ...edlink, timeout: 2 ** 40 } }, /edlink\.timeout/],
    ['approval as a text', { automaticApproval: 'yes' }, /automaticApproval/],
    ['no school', links({ school: undefined }), /pathwright\.school/],
    ['a school in capitals', links({ school: 'Maple' }), /pathwright\.school/],
    ['a school that is a host', links({ school: 'evil.example' }), /pathwright\.school/],
    ['no token of a school', links({ token: '' }), /pathwright\.token/],
    ['a school’s token with a space', links({ token: secret }), /pathwright\.token/],
    [
      'a school in the clear',
      links({ baseUrl: 'http://{school}.pathwright.com' }),
      /pathwright\.baseUrl.*https:/,
    ],
    ['a school as a host in the clear', links({ baseUrl: 'http://{school}' }), /pathwright\.baseUrl.*https:/],
    ['a school as a user', links({ baseUrl: 'https://{school}@x.example' }), /pathwright\.baseUrl/],
    ['a school as a query', links({ baseUrl: 'https://x.example/?{school}' }), /pathwright\.baseUrl/],
    ['a school’s endless time-out', links({ timeout: 2 ** 40 }), /pathwright\.timeout/],
    ['an audit that is none', links({ audit: true }), /pathwright\.audit must be a function/],
    ['a log that is none', { log: 'stdout' }, /log must be a function/],
  ];

  test('that are wrong say what to change, without the token', async (context) => {
    const store = await openStore(await makeDirectory(context));
    const good: ProxyOptions = { basePath: '/edlink', edlink, authorize, store };
    for (const [title, changes, message] of rows) {
      assert.throws(
        () => createProxy({ ...good, ...changes }),
        (error: Error) =>
          error instanceof TypeError && message.test(error.message) && !error.message.includes(secret),
        title,
      );
    }
    for (const baseUrl of [
      'https://ed.link/',
      'http://localhost:1',
      'http://127.0.0.1:1',
      'http://[::1]:1/x/',
    ]) {
      createProxy({ ...good, edlink: { ...edlink, baseUrl } });
    }
    for (const changes of [
      {},
      { school: 'a' },
      { school: 'a-1' },
      { school: () => undefined },
      { baseUrl: 'http://127.0.0.1:1/{school}/' },
      { timeout: 1 },
    ])
      createProxy({ ...good, ...links(changes) });
    createProxy({ ...good, basePath: '/' });
    await createProxy(good).close();
  });
});
