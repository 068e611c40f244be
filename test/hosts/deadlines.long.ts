import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { django, php, sinatra, skipReason } from './hosts.js';
import { path, Stage } from './stage.js';

const endless = { kind: 'slow-bytes', on: 'read', times: 1, milliseconds: 900 } as const;
const silent = { kind: 'hang', on: 'read', times: 1 } as const;

describe('an answer of Edlink’s that does not end', { concurrency: true }, () => {
  for (const host of [php, django, sinatra]) {
    test(
      `is given up by the ${host.name} example after ten seconds`,
      { skip: skipReason(host) },
      async (context) => {
        const stage = new Stage();
        context.after(() => stage.close());
        await stage.open(host);
        for (const fault of [endless, silent]) {
          await stage.clear();
          const { id } = (await stage.create()).onboarding;
          stage.simulator.configure({ faults: [fault] });
          const began = Date.now();
          const headers = { 'Cache-Control': 'no-cache' };
          const { status, problem } = await stage.call('GET', `${path}/${id}`, { headers });
          assert.deepEqual([status, problem.code], [504, 'upstream_unavailable'], fault.kind);
          assert.ok(Date.now() - began < 15_000, fault.kind);
        }
      },
    );
  }
});
