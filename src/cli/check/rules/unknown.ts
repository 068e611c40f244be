import { zeroUuid } from '../../../contract/uuid.js';
import { saysNotFound } from '../answer.js';
import { demand } from '../fault.js';
import { demandRefusal, notFound } from '../refusal.js';
import type { Rule } from '../rule.js';
import { newId } from './new-id.js';

const malformed = ['not-a-uuid', '1', 'null', zeroUuid];
/** A web server may refuse this before the proxy sees it. */
const escaping = `${newId()}%2F..`;
const elsewhere = ['connect-district-check', `onboardings/${newId()}/integration`, 'providers'];

export const unknown: Rule[] = [
  {
    id: 'unknown-id',
    level: 'basic',
    title: 'An id that does not exist is 404 `not_found`.',
    after: ['signed-in'],
    async hold(run) {
      const answer = await run.ask(`onboardings/${newId()}`);
      const message = 'an id that does not exist: answer 404 with the code not_found';
      if (run.level === 'full') demandRefusal(answer, notFound, message);
      else demand(saysNotFound(answer), answer, message);
    },
  },
  {
    id: 'malformed-id',
    level: 'full',
    title: 'An id that is no UUID is 404, and never gets into a path upstream.',
    after: ['signed-in'],
    async hold(run) {
      for (const id of [...malformed, escaping]) {
        const answer = await run.ask(`onboardings/${id}`, { isApart: true });
        demand(
          answer.status === 404 || (id === escaping && answer.status === 400),
          answer,
          'an id that is no UUID: match it against the UUID pattern before anything is sent upstream, and answer 404',
        );
      }
    },
  },
  {
    id: 'unknown-path',
    level: 'full',
    title: 'A path that is not in the contract is 404: the routes are a closed table.',
    after: ['signed-in'],
    async hold(run) {
      for (const path of elsewhere) {
        const answer = await run.ask(path, { isApart: true });
        demand(
          [404, 405].includes(answer.status),
          answer,
          'a path that is not in the contract was not refused: forward nothing, answer 404',
        );
      }
    },
  },
  {
    id: 'delete-unknown',
    level: 'basic',
    title: 'Deleting what does not exist is 404 `not_found`.',
    needs: ['write'],
    after: ['signed-in'],
    async hold(run) {
      const answer = await run.ask(`onboardings/${newId()}`, { method: 'DELETE' });
      const message = 'an id that does not exist was deleted: answer 404 with the code not_found';
      if (run.level === 'full') demandRefusal(answer, notFound, message);
      else demand(saysNotFound(answer), answer, message);
    },
  },
];
