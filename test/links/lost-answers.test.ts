import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import fc from 'fast-check';
import type { Link } from '../../src/contract/link.js';
import { next, plan, resume } from '../../src/links/import-run.js';
import { reconcile } from '../../src/links/reconcile.js';
import type { ImportRun, Outcome } from '../../src/links/run-state.js';
import { link, reviewed, seed } from './samples.js';

const size = 30;
const lines = reviewed(
  ['user_id,external_id', ...Array.from({ length: size }, (_, index) => `${index + 1},id-${index}`)].join(
    '\n',
  ),
);

/** What may happen to a request, whichever comes next. */
const troubles = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: fc.constant('well' as const) },
    fc.constantFrom(
      'lost before',
      'lost after',
      'stopped before',
      'stopped after',
      'rate_limited',
      'unauthorized',
      'upstream_unavailable',
      "somebody else's",
    ),
  ),
  { minLength: 1, maxLength: 120 },
);

type Trouble = typeof troubles extends fc.Arbitrary<(infer T)[]> ? T : never;

const failed = (code: 'network' | 'rate_limited' | 'unauthorized' | 'upstream_unavailable'): Outcome => ({
  type: 'failed',
  failure: { code, message: '' },
});

/** A server that takes every link, as often as it is sent. */
class Server {
  readonly links: Link[] = [];

  post(user_id: number, external_id: string, trouble: Trouble): Outcome {
    if (['rate_limited', 'unauthorized', 'upstream_unavailable'].includes(trouble))
      return failed(trouble as 'rate_limited');
    if (trouble === 'lost before') return failed('network');
    if (trouble === 'stopped before') return { type: 'stopped' };
    const made = link(user_id, external_id);
    this.links.push(made);
    if (trouble === 'lost after') return failed('network');
    return trouble === 'stopped after' ? { type: 'stopped' } : { type: 'created', link: made };
  }
}

/** One request, wait or click. */
function step(run: ImportRun, server: Server, trouble: Trouble): ImportRun {
  switch (run.phase.name) {
    case 'posting': {
      const entry = run.entries[run.phase.index]!;
      if (trouble === "somebody else's" && !server.links.some(({ user }) => user === entry.user_id))
        server.links.push(link(entry.user_id, entry.external_id));
      return trouble === "somebody else's"
        ? next(run, failed('network'))
        : next(run, server.post(entry.user_id, entry.external_id, trouble));
    }
    case 'reading':
      return trouble === 'well' ? reconcile(run, server.links) : next(run, failed('network'));
    case 'waiting':
      return next(run, { type: 'waited' });
    default:
      return resume(run);
  }
}

describe('whatever gets lost on the way', () => {
  it('loses and doubles nothing', (context: TestContext) => {
    context.diagnostic(`SEED=${seed}`);
    let paused = 0;
    fc.assert(
      fc.property(troubles, fc.boolean(), (happening, isComplete) => {
        const server = new Server();
        let run = plan(lines, { isComplete });
        for (const trouble of happening) run = step(run, server, trouble);
        if (run.phase.name === 'paused') paused++;
        for (let turn = 0; turn < 4 * size && run.phase.name !== 'finished'; turn++)
          run = step(run, server, 'well');
        assert.equal(run.phase.name, 'finished');
        assert.deepEqual(
          server.links.map(({ user, external_id }) => `${user} ${external_id}`).sort(),
          lines.map(({ user_id, external_id }) => `${user_id} ${external_id}`).sort(),
        );
        assert(run.entries.every(({ result }) => result.name === 'created' || result.name === 'there'));
      }),
      { seed, numRuns: 1000 },
    );
    assert(paused > 100, 'the troubles were too kind');
  });
});
