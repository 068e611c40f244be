import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { attempt } from '../../scripts/mutants/attempt.js';
import * as recording from '../../scripts/mutants/node-test.js';

describe('recorded tests', () => {
  let happened: string[] = [];
  const end = (context: recording.TestContext) => context.after(() => happened.push('after'));
  const never = new Promise(() => undefined);

  const record = (define: () => void): recording.RecordedTest[] => {
    define();
    return recording.takeRecorded();
  };
  const attemptOne = async (body: recording.RecordedTest['body'], longest = 1000) => {
    const { failure, isHanging } = await attempt({ title: 'one', body }, longest);
    return { failure, isHanging };
  };
  beforeEach(() => (happened = []));

  it('are named by their suites, without those that are skipped or need more', () => {
    const tests = record(() => {
      recording.describe('a', () => {
        recording.test('1', () => undefined);
        recording.test('2', { skip: true });
        recording.describe('b', { skip: false }, () => recording.it('3', () => undefined));
        recording.describe('c', () => {
          recording.test('4', () => undefined);
          recording.before();
        });
      });
      recording.describe('d', { skip: 'why' }, () => recording.test('5', () => undefined));
    });
    assert.deepEqual(
      tests.map(({ title }) => title),
      ['a › 1', 'a › b › 3'],
    );
  });

  it('can be run again and again, with their hooks', async () => {
    for (let run = 0; run < 2; run++)
      assert.deepEqual(await attemptOne(end), { failure: undefined, isHanging: false });
    assert.deepEqual(happened, ['after', 'after']);
  });

  it('fail by a throw, in a part of them and in a hook', async () => {
    const fail = () => Promise.reject(new Error('no'));
    const failed = { failure: 'failed: no', isHanging: false };
    assert.deepEqual(await attemptOne((context) => (end(context), fail())), failed);
    assert.deepEqual(happened, ['after']);
    assert.deepEqual(await attemptOne((context) => context.test('part', fail)), failed);
    assert.deepEqual(await attemptOne((context) => context.after(fail)), failed);
  });

  it('hang when they take too long', async () => {
    assert.deepEqual(await attemptOne(() => never, 20), { failure: 'hanging', isHanging: true });
  });
});
