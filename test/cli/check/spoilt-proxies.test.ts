import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { alive, checkReference, complaints, failedRules } from './checking.js';
import { ofAnswers } from './spoilers/of-answers.js';
import { ofGuards } from './spoilers/of-guards.js';
import { ofRequests } from './spoilers/of-requests.js';
import { ofShapes } from './spoilers/of-shapes.js';
import { ofTenants } from './spoilers/of-tenants.js';

const caller = {
  headers: { Cookie: 'session=anna', 'X-Session-Token': 'f3b1c0a9-canary-of-the-session' },
};

const all = { ...ofAnswers, ...ofGuards, ...ofRequests, ...ofShapes, ...ofTenants };

describe('a proxy that', { concurrency: 6 }, () => {
  for (const [fault, spoilt] of Object.entries(all)) {
    test(`${fault} breaks ${spoilt.rules.join(', ')}, and nothing else`, async (context) => {
      const { write = true, spoil, rules, line } = spoilt;
      const { report, stage } = await checkReference(context, { write, caller }, spoil);
      assert.deepEqual(failedRules(report), rules, complaints(report).join('\n'));
      assert.match(complaints(report).join('\n'), line);
      assert.deepEqual([report.leftBehind, alive(stage.simulator)], [[], []]);
    });
  }
});
