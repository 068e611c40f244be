import { describe, test } from 'node:test';
import { killAgainAndAgain } from './killing/embedded-rounds.js';

describe('kill -9', () => {
  test(
    'at any moment: nothing acknowledged is lost, no key makes two',
    { timeout: 60_000 },
    async (context) => {
      await killAgainAndAgain(context, 10);
    },
  );
});
