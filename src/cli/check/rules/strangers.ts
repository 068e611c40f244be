import { clientHeader } from '../../../contract/routes.js';
import type { Answer } from '../answer.js';
import { demand } from '../fault.js';
import { demandRefusal, forbidden } from '../refusal.js';
import type { Rule } from '../rule.js';
import { newId } from './new-id.js';
import { routesAsked } from './routes-asked.js';

const evil = 'https://evil.example';

/** What a page of another site must not be able to do with somebody's session. */
export const strangers: Rule[] = [
  {
    id: 'client-header',
    level: 'full',
    title: 'A request without `X-Requested-With` is refused on every route: a form or a link can send it.',
    after: ['signed-in'],
    async hold(run) {
      for (const [path, given] of routesAsked(run)) {
        const answer = await run.ask(path, { ...given, headers: { [clientHeader.name]: undefined } });
        demandRefusal(
          answer,
          forbidden,
          `a request without ${clientHeader.name} was not refused: answer 403 with the code forbidden, whatever it asks for`,
        );
      }
    },
  },
  {
    id: 'cross-site',
    level: 'full',
    title:
      'A request that says `Sec-Fetch-Site: cross-site` and a foreign `Origin` is refused on every route.',
    after: ['signed-in'],
    async hold(run) {
      for (const [path, given] of routesAsked(run)) {
        const headers = { 'Sec-Fetch-Site': 'cross-site', Origin: evil };
        const answer = await run.ask(path, { ...given, headers });
        demandRefusal(
          answer,
          forbidden,
          'a request of another site was not refused: when Sec-Fetch-Site is not same-origin and Origin is not one of yours, answer 403 with the code forbidden',
        );
      }
    },
  },
  {
    id: 'cors',
    level: 'basic',
    title: 'No page of a foreign origin may read an answer (`Access-Control-Allow-Origin`).',
    after: ['signed-in'],
    async hold(run) {
      const path = `onboardings/${newId()}`;
      demandUnshared(
        await run.ask(path, { headers: { Origin: evil, 'Sec-Fetch-Site': 'cross-site' } }),
        evil,
      );
      demandUnshared(
        await run.ask(path, { headers: { Origin: 'null', 'Sec-Fetch-Site': 'cross-site' } }),
        'null',
      );
      const headers = {
        Origin: evil,
        'Access-Control-Request-Method': 'POST',
        [clientHeader.name]: undefined,
      };
      demandUnshared(await run.ask('onboardings', { method: 'OPTIONS', headers, isApart: true }), evil);
    },
  },
];

function demandUnshared(answer: Answer, origin: string): void {
  const { headers } = answer;
  const allowed = headers.get('Access-Control-Allow-Origin');
  const isForAll = allowed === '*' && headers.get('Access-Control-Allow-Credentials') === 'true';
  demand(
    allowed !== origin && !isForAll,
    answer,
    `the origin ${origin} may read the answer: compare Origin with a list of yours, and do not send it back as it came`,
  );
}
