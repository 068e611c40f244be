import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { alive, checkReference, complaints, failedRules } from './checking.js';
import { ofAnswers } from './spoilers/of-answers.js';
import { ofGuards } from './spoilers/of-guards.js';
import { ofLinks } from './spoilers/of-links.js';
import { ofRequests } from './spoilers/of-requests.js';
import { ofShapes } from './spoilers/of-shapes.js';
import { ofTenants } from './spoilers/of-tenants.js';

const caller = {
  headers: { Cookie: 'session=anna', 'X-Session-Token': 'f3b1c0a9-canary-of-the-session' },
};

const all = { ...ofAnswers, ...ofGuards, ...ofLinks, ...ofRequests, ...ofShapes, ...ofTenants };

/** Tried by `npm test`; the long run tries all others. */
export const triedSoon: ReadonlySet<string> = new Set([
  'answers a login page with 200',
  'lacks no-store on a 404',
  'leaks another tenant’s onboarding',
  'leaks another tenant’s list',
  'takes the second caller for the first, and one key for two bodies',
  'ignores the key',
  'wraps errors in HTML',
  'redirects to the login page',
  'lets another site in',
  'answers with id and state only',
  'passes an access token on',
  'deletes another tenant’s, and says 404',
  'shows Pathwright’s next page',
  'shows links to another site',
  'adds names to links',
]);

/** Checks proxies that each do one thing wrong: exactly the rules that it breaks must fail, with a line that says so. */
export function checkSpoilt(isChosen: (fault: string) => boolean): void {
  const chosen = Object.entries(all).filter(([fault]) => isChosen(fault));
  describe('a proxy that', { concurrency: 4 }, () => {
    for (const [fault, spoilt] of chosen) {
      test(`${fault} breaks ${spoilt.rules.join(', ')}, and nothing else`, async (context) => {
        const { write = true, spoil, rules, line } = spoilt;
        const { report, stage } = await checkReference(context, { write, caller }, spoil, fault in ofLinks);
        assert.deepEqual(failedRules(report), rules, complaints(report).join('\n'));
        assert.match(complaints(report).join('\n'), line);
        assert.deepEqual([report.leftBehind, alive(stage.simulator)], [[], []]);
      });
    }
  });
}
