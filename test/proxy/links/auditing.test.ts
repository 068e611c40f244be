import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { letPass } from '../passing-time.js';
import { school as ours } from '../stage.js';
import { inWords, setSchoolStage } from './school-stage.js';

const wish = { user_id: 456, external_id: 'person-1' };

describe('the audit', () => {
  test('hears who does what where, before it is done', async (context) => {
    const order: string[] = [];
    const pathwright = {
      audit: async (change: { action: string }) => {
        await new Promise((resolve) => setTimeout(resolve, 50));
        order.push(`${change.action} after ${stage.asked().length} requests`);
        stage.audited.push(change as (typeof stage.audited)[number]);
      },
    };
    const stage = await setSchoolStage(context, { pathwright });
    const { link, unlink, list, audited } = stage;
    await list();
    const { id } = (await link(wish)).link;
    await unlink(id);
    assert.deepEqual(order, ['create after 1 requests', 'delete after 2 requests']);
    const by = { tenant: 'usd-259', actor: 'anna@usd259.example', school: ours };
    assert.deepEqual(audited, [
      { ...by, action: 'create', ...wish },
      { ...by, action: 'delete', link_id: id },
    ]);
  });

  const refusing: Record<string, () => unknown> = {
    throws: () => {
      throw new Error('the disk is full');
    },
    fails: () => Promise.reject(new Error('the disk is full')),
  };
  for (const [way, audit] of Object.entries(refusing)) {
    test(`that ${way} lets nothing be written`, async (context) => {
      const { link, unlink, list, school, sent } = await setSchoolStage(context, { pathwright: { audit } });
      const [one] = school.addLinks([{ user: 456, external_id: 'a' }]);
      for (const answer of [await link(wish), await unlink(one?.id ?? 0)]) {
        assert.equal(inWords(answer), '503 host_not_ready');
        assert.equal(answer.headers['retry-after'], '5');
        assert.doesNotMatch(answer.text, /disk/);
      }
      assert.deepEqual(sent.requests(), []);
      assert.equal((await list()).status, 200, 'reading is no change');
    });
  }

  test('that takes too long lets nothing be written', async (context) => {
    const audit = () => new Promise<never>(() => undefined);
    const { link, sent } = await setSchoolStage(context, { pathwright: { audit } });
    context.mock.timers.enable({ apis: ['setTimeout'] });
    const asked = link(wish);
    letPass(context);
    assert.equal(inWords(await asked), '503 host_not_ready');
    assert.deepEqual(sent.requests(), []);
  });
});
