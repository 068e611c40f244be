import { describe } from 'node:test';
import { testContract } from './contract.js';
import { testCompletion } from './full/completion.js';
import { testCreation } from './full/creation.js';
import { testFailures } from './full/failures.js';
import { testGuards } from './full/guards.js';
import { testLists } from './full/lists.js';
import { testSecrets } from './full/secrets.js';
import { skipReason, type Host } from './hosts.js';
import { path, useStage } from './stage.js';

/** What a proxy must hold and the checker cannot see from outside: what goes upstream, what is lost on the way. */
export function testFullLevel(host: Host): void {
  describe(`the ${host.name} example`, { skip: skipReason(host), concurrency: 1 }, () => {
    const stage = useStage(host);
    testGuards(stage);
    testCreation(stage);
    testLists(stage);
    testCompletion(stage);
    testContract(stage, { level: 'full', body: {} }, async () => {
      await stage.clear();
      const { id } = (await stage.create()).onboarding;
      stage.simulator.complete(id);
      await stage.call('GET', `${path}/${id}`, { headers: { 'Cache-Control': 'no-cache' } });
      return id;
    });
    testFailures(stage);
    testSecrets(stage);
  });
}
