import { clientHeader } from '../../../contract/routes.js';
import type { Answer, Question } from '../answer.js';
import type { CheckRun } from '../check-run.js';
import { demand } from '../fault.js';
import { demandRefusal, forbidden } from '../refusal.js';
import type { Rule } from '../rule.js';
import { newId } from './new-id.js';
import { routesAsked } from './routes-asked.js';

const evil = 'https://evil.example';

export const withoutHeader = [{ [clientHeader.name]: undefined }, { [clientHeader.name]: 'XMLHttpRequest' }];

/** With and without Fetch Metadata, which old browsers lack, and `Origin`, which a GET often lacks; and what a prefix would let in. */
export const ofAnotherSite = (origin: string): Question['headers'][] => [
  { 'Sec-Fetch-Site': 'cross-site', Origin: evil },
  { 'Sec-Fetch-Site': undefined, Origin: evil },
  { 'Sec-Fetch-Site': 'cross-site' },
  { 'Sec-Fetch-Site': 'same-site' },
  { 'Sec-Fetch-Site': undefined, Origin: `${origin}.evil.example` },
  { 'Sec-Fetch-Site': undefined, Origin: 'null' },
];

/** What a page of another site must not be able to do with somebody's session. */
export const strangers: Rule[] = [
  {
    id: 'client-header',
    level: 'full',
    title: 'Without `X-Requested-With: connect-district` every route is 403: a form or a link can send that.',
    after: ['signed-in'],
    hold: (run) =>
      demandForbidden(
        run,
        withoutHeader,
        `not refused without ${clientHeader.name}: ${clientHeader.value}: answer 403 with the code forbidden, on every route`,
      ),
  },
  {
    id: 'cross-site',
    level: 'full',
    title:
      'With a foreign `Origin`, or with `Sec-Fetch-Site: cross-site` or `same-site`, every route is 403.',
    after: ['signed-in'],
    hold: (run) =>
      demandForbidden(
        run,
        ofAnotherSite(run.origin),
        'a request of another site was not refused: unless Sec-Fetch-Site is same-origin, compare Origin, as a whole, with yours, refuse if there is none, and answer 403 with the code forbidden',
      ),
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

async function demandForbidden(
  run: CheckRun,
  variants: readonly Question['headers'][],
  message: string,
): Promise<void> {
  for (const [path, given] of routesAsked(run)) {
    for (const headers of variants) {
      demandRefusal(await run.ask(path, { ...given, headers }), forbidden, message);
    }
  }
}

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
