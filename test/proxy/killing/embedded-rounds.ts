import type { TestContext } from 'node:test';
import { openStore } from '../../../src/proxy/node/index.js';
import { serveSimulator } from '../../../src/simulator/node/index.js';
import { makeDirectory } from '../stage.js';
import { buildProgram } from './child.js';
import { Ledger } from './ledger.js';
import { PhaseCounts } from './phases.js';
import { randomFrom } from './random.js';

const seed = Number(process.env.SEED ?? Date.now() % 1_000_000_007);
const wishesARound = 8;

/** Kills the process of a proxy on one directory again and again, at any moment of its work. */
export async function killAgainAndAgain(context: TestContext, rounds: number): Promise<PhaseCounts> {
  const random = randomFrom(seed);
  // A simulator that honours `$idempotency` would hide what was made twice.
  const upstream = await serveSimulator({ settings: { honoursIdempotency: false } });
  context.after(() => upstream.close());
  const start = await buildProgram(context);
  const directory = await makeDirectory(context);
  const child = () => start({ upstream: upstream.url, directory, timeout: 5_000 });
  const [ledger, phases] = [new Ledger(), new PhaseCounts()];

  const first = await child();
  const since = performance.now();
  await Promise.all(ledger.add(wishesARound).map((wish) => ledger.ask(first.url, wish)));
  const span = performance.now() - since;
  await first.kill();
  for (let round = 0; round < rounds; round++) {
    const wishes = [...ledger.unanswered.slice(0, wishesARound / 2), ...ledger.add(wishesARound / 2)];
    const { url, kill } = await child();
    const work = wishes.map((wish) => ledger.ask(url, wish));
    await new Promise((resolve) => setTimeout(resolve, random() * span));
    await kill();
    await Promise.all(work);
    const store = await openStore(directory);
    await phases.count(
      store,
      upstream.simulator,
      wishes.filter((wish) => !ledger.isAnswered(wish)),
    );
    await store.close();
  }
  const last = await child();
  await ledger.settle(last.url, upstream.simulator);
  context.diagnostic(`${rounds} kills within ${span.toFixed()} ms: ${phases.toString()}; SEED=${seed}`);
  return phases;
}
