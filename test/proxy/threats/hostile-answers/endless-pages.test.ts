import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setStage } from '../../stage.js';

test('a list without an end is not followed for ever', async (context) => {
  let pages = 0;
  let isHostile = true;
  const stage = await setStage(context, {
    fetch: (url, init) => {
      if (!isHostile) return fetch(url, init);
      if (init?.method === 'POST') return Promise.resolve(new Response(null, { status: 500 }));
      pages++;
      return Promise.resolve(Response.json({ $data: [], $next: 'https://ed.link/x?$cursor=again' }));
    },
  });
  const key = crypto.randomUUID();
  const lost = await stage.call('POST', '/edlink/onboardings', { body: {}, key });
  assert.deepEqual([lost.status, lost.problem.code], [502, 'upstream_unavailable']);
  assert.ok(pages > 0 && pages <= 20, `${pages} pages`);
  isHostile = false;
  await stage.create({ key });
});
