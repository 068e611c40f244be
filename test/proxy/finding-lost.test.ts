import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Onboarding } from '../../src/contract/onboarding.js';
import type { UpstreamPage } from '../../src/proxy/edlink.js';
import { findLost } from '../../src/proxy/lost-answer.js';
import type { Parts } from '../../src/proxy/parts.js';
import type { OnboardingRecord } from '../../src/proxy/store.js';
import { onboarding } from '../contract/samples.js';
import { applicationId } from './stage.js';

const start = Date.UTC(2026, 8, 4, 8);
const at = (later: number): string => new Date(start + later).toISOString();
const timeout = 10_000;
const marked = onboarding({ application_id: applicationId, expiration_date: at(1) });

interface Search {
  /** What Edlink answers; the last page is answered again and again. */
  pages: UpstreamPage[];
  instants?: string[];
  bound?: boolean;
  /** Milliseconds that a page takes. */
  slowness?: number;
}

/** Searches for what a lost answer may have left, and says what was found and which pages were asked for. */
async function search({ pages, instants = [at(1)], bound = false, slowness = 0 }: Search) {
  const asked: object[] = [];
  let passed = 0;
  const record = { application_id: applicationId, instants } as OnboardingRecord;
  const parts = {
    settings: { now: () => start + passed, edlink: { timeout } },
    store: { recordOf: () => Promise.resolve(bound ? record : null) },
    edlink: {
      list: (page: object) => {
        asked.push(page);
        passed += slowness;
        return Promise.resolve(pages[Math.min(asked.length, pages.length) - 1]);
      },
    },
  } as unknown as Parts;
  return { found: await findLost(parts, record, {}), asked };
}

const first = 1_000;
const found = (...onboardings: Onboarding[]): Search => ({ pages: [{ onboardings }] });

describe('what an answer that was lost has left', () => {
  test('is found on a later page, and the list is read no further than its end', async () => {
    const pages = [
      { onboardings: [], cursor: 'a' },
      { onboardings: [], cursor: 'b' },
      { onboardings: [marked] },
    ];
    assert.deepEqual(await search({ pages }), {
      found: marked,
      asked: [{ first }, { first, cursor: 'a' }, { first, cursor: 'b' }],
    });
    assert.deepEqual(await search(found()), { found: undefined, asked: [{ first }] });
  });

  test('is looked for on twenty pages, and for as long as one call may take', async () => {
    const endless = { pages: [{ onboardings: [], cursor: 'a' }] };
    assert.equal((await search(endless)).asked.length, 20);
    assert.equal((await search({ ...endless, slowness: timeout / 4 })).asked.length, 4);
  });

  test('has one of the dates that were tried, and not yet passed', async () => {
    const instants = [at(0), at(2), at(1)];
    const later = { ...marked, expiration_date: at(2) };
    assert.equal((await search({ ...found(marked), instants })).found, marked);
    assert.equal((await search({ ...found(later), instants })).found, later);
    for (const expiration_date of [at(0), at(3), null]) {
      const other = { ...marked, expiration_date };
      assert.equal((await search({ ...found(other), instants })).found, undefined);
    }
  });

  test('is of our application, and nobody else’s already', async () => {
    const foreign = { ...marked, application_id: crypto.randomUUID() };
    assert.equal((await search(found(foreign))).found, undefined);
    assert.equal((await search({ ...found(marked), bound: true })).found, undefined);
    assert.equal((await search(found(foreign, marked))).found, marked);
  });
});
