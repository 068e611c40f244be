import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { compileBasePath, rawPathname } from '../../src/proxy/base-path.js';
import { isResolvedAnew } from '../../src/proxy/node/raw-path.js';
import { matchRoute } from '../../src/proxy/route-table.js';

describe('a base path', () => {
  test('has segments of one spelling, and one tenant at most', () => {
    for (const good of ['/', '/edlink', '/a/b.c', '/:tenant', '/districts/:tenant/edlink', '/v1.~_-x'])
      compileBasePath(good);
    for (const bad of [
      '',
      'edlink',
      '/edlink/',
      '//',
      '/.',
      '/..',
      '/a/./b',
      '/a b',
      '/a%20b',
      '/:tenant/:tenant',
    ])
      assert.throws(() => compileBasePath(bad), TypeError, bad);
    assert.throws(() => compileBasePath(7 as unknown as string), /got 7/);
  });

  test('is matched whole, and something must follow it', () => {
    const match = compileBasePath('/a/edlink');
    assert.deepEqual(match('/a/edlink/onboardings/x'), { params: {}, rest: 'onboardings/x' });
    assert.deepEqual(match('/a/edlink/'), { params: {}, rest: '' });
    for (const path of [
      '/',
      '/a',
      '/a/edlink',
      '/a/edlinks/x',
      '/a/edlin/x',
      '/a/xedlink/x',
      '/A/edlink/x',
      '//a/edlink/x',
    ])
      assert.equal(match(path), undefined, path);
    assert.deepEqual(compileBasePath('/')('/onboardings'), { params: {}, rest: 'onboardings' });
  });

  test('gives a tenant that is one name in one spelling', () => {
    const match = compileBasePath('/:tenant');
    for (const [text, tenant] of [
      ['usd-259', 'usd-259'],
      ['usd%2D259', 'usd-259'],
      ['...', '...'],
      ['%20', ' '],
    ])
      assert.deepEqual(match(`/${text}/x`), { params: { tenant }, rest: 'x' });
    for (const text of ['', '.', '..', '%2e', '%2E%2e', 'a%2fb', 'a%5cb', 'a%00', '%1f', '%', '%ff'])
      assert.equal(match(`/${text}/x`), undefined, text);
  });
});

describe('a raw path', () => {
  test('is what stands between the host and the query', () => {
    for (const [url, path] of [
      ['http://app.example/a/%2e%2e/b?c#d', '/a/%2e%2e/b'],
      ['http://app.example/a#b?c', '/a'],
      ['https://app.example?x=/a', ''],
      ['/a?b', '/a'],
    ] as const)
      assert.equal(rawPathname(url), path);
  });

  test('is seen when a parser would make another of it', () => {
    for (const target of [
      '/..',
      '/.',
      '/a/../b',
      '/a/%2E%2e',
      '/a/.%2e/b',
      '/a\\b',
      '/a b',
      '/a\tb',
      '/%2e?x',
    ])
      assert(isResolvedAnew(target), target);
    for (const target of ['/', '/a/...', '/a..', '/.a/b', '/a?/../', '/a#/..', '/a?b c', '/%2f'])
      assert(!isResolvedAnew(target), target);
  });
});

describe('the route table', () => {
  const match = (rest: string, hasLinks = true) => matchRoute('GET', rest, { hasLinks });

  test('has an id only where a path has one', () => {
    const id = crypto.randomUUID();
    assert.deepEqual(match(`onboardings/${id.toUpperCase()}`), { name: 'readOnboarding', id });
    for (const rest of [
      '',
      `onboardings${id}`,
      id,
      `/onboardings/${id}`,
      `onboardings/${id}/`,
      `onboardings//${id}`,
    ])
      assert.equal(match(rest), undefined, rest);
  });

  test('has links only where the host has them', () => {
    assert.deepEqual(match('links'), { name: 'listLinks' });
    assert.equal(match('links', false), undefined);
  });

  test('takes numbers for links, and UUIDs for onboardings', () => {
    const matchId = (path: string) => matchRoute('DELETE', path, { hasLinks: true })?.id;
    assert.equal(matchId('links/456'), '456');
    assert.equal(matchId('onboardings/456'), undefined);
    for (const id of [crypto.randomUUID(), '0', '-1', '01', '1.0', '1e3', '+1', '١', '9007199254740992', ''])
      assert.equal(matchId(`links/${id}`), undefined, id);
  });
});
