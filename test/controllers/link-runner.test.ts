import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Link, LinkRequest } from '../../src/contract/link.js';
import { createLinkRunner, isUnderWay, type Deeds } from '../../src/controllers/link-runner.js';
import { plan, resume } from '../../src/links/import-run.js';
import { sumOf } from '../../src/links/import-sum.js';
import type { Line } from '../../src/links/line.js';
import type { ImportRun } from '../../src/links/run-state.js';

const lines = (count: number): Line[] =>
  Array.from({ length: count }, (_, index) => ({
    line: index + 1,
    user: String(index + 1),
    user_id: index + 1,
    external_id: `person-${index + 1}`,
    there: undefined,
    faults: [],
    warnings: [],
  }));

/** A school whose answers can be told to fail: before anything is written, or after. */
class School implements Deeds {
  readonly links: Link[] = [];
  readonly asked: string[] = [];
  readonly troubles = new Map<number, { code: string; isWritten?: boolean; retryAfter?: number }>();
  readonly waits: number[] = [];
  #posts = 0;

  readonly post = async ({ user_id, external_id }: LinkRequest): Promise<Link> => {
    this.asked.push(`post ${external_id}`);
    const trouble = this.troubles.get(++this.#posts);
    await Promise.resolve();
    const link: Link = {
      id: this.#posts,
      user: user_id,
      link_type: 'external',
      external_id,
      last_external_update: null,
    };
    if (!trouble || trouble.isWritten) this.links.push(link);
    // eslint-disable-next-line @typescript-eslint/only-throw-error -- the client's errors in short
    if (trouble) throw { ...trouble, message: 'as told' };
    return link;
  };

  readonly readAll = async (): Promise<readonly Link[]> => {
    this.asked.push('read');
    await Promise.resolve();
    return [...this.links];
  };

  readonly wait = async (delay: number): Promise<void> => {
    this.waits.push(delay);
    await Promise.resolve();
  };
}

/** Runs it until it rests. */
async function rested(school: School, run: ImportRun, each: (run: ImportRun) => void = () => undefined) {
  return new Promise<ImportRun>((resolve) => {
    const runner = createLinkRunner(school, (now) => {
      each(now);
      if (!isUnderWay(now)) resolve(now);
    });
    runner.start(run);
  });
}

describe('the runner of an import', () => {
  it('writes every line once, and one at a time', async () => {
    const school = new School();
    const steps: number[] = [];
    const all = lines(50);
    const run = await rested(school, plan(all, { isComplete: true }), () => steps.push(school.links.length));
    assert.deepEqual(
      steps,
      all.map(({ line }) => line),
    );
    assert.deepEqual(sumOf(all, run), { created: 50, skipped: 0, failed: 0 });
  });

  it('pauses when an answer is lost, reads the list, and neither loses nor doubles anything', async () => {
    for (const isWritten of [true, false]) {
      const school = new School();
      school.troubles.set(20, { code: 'network', isWritten });
      const all = lines(50);
      const paused = await rested(school, plan(all, { isComplete: true }));
      assert.equal(paused.phase.name, 'paused');
      assert.deepEqual(sumOf(all, paused), { created: 19, skipped: 0, failed: 31 });
      school.asked.length = 0;
      const run = await rested(school, resume(paused));
      assert.equal(school.asked[0], 'read');
      assert.equal(school.asked[1], isWritten ? 'post person-21' : 'post person-20');
      assert.deepEqual(sumOf(all, run), { created: 50, skipped: 0, failed: 0 });
      assert.equal(new Set(school.links.map(({ external_id }) => external_id)).size, 50);
      assert.equal(school.links.length, 50);
    }
  });

  it('waits as long as it is told to, and tries the same line again', async () => {
    const school = new School();
    school.troubles.set(3, { code: 'rate_limited', retryAfter: 1234 });
    const run = await rested(school, plan(lines(5), { isComplete: true }));
    assert.deepEqual(school.waits, [1234]);
    assert.equal(run.phase.name, 'finished');
    assert.equal(school.links.length, 5);
  });

  it('takes no answer that comes after it was stopped, and looks it up when it goes on', async () => {
    const school = new School();
    const all = lines(4);
    let stopped = plan(all, { isComplete: true });
    const runner = createLinkRunner(school, (run) => (stopped = run));
    runner.start(stopped);
    while (school.asked.length < 2) await Promise.resolve();
    runner.stop();
    for (let turn = 0; turn < 20; turn++) await Promise.resolve();
    assert.equal(school.asked.length, 2);
    assert.equal(stopped.entries[1]?.result.name, 'unknown');
    const run = await rested(school, resume(stopped));
    assert.deepEqual(sumOf(all, run), { created: 4, skipped: 0, failed: 0 });
    assert.equal(school.links.length, 4);
  });
});
