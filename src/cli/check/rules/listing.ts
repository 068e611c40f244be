import { listCaps } from '../../../contract/routes.js';
import { demand } from '../fault.js';
import { demandRefusal } from '../refusal.js';
import type { Rule } from '../rule.js';
import { newId } from './new-id.js';
import { readList } from './read-list.js';

const refused = { status: [422], code: ['invalid_request'] } as const;

const refusedQueries = (): [field: string, query: string][] => [
  ['limit', `limit=${listCaps.limit + 1}`],
  ['id', Array.from({ length: listCaps.ids + 1 }, () => `id=${newId()}`).join('&')],
  ['state_id', `state_id=${newId()}`],
];

/** Not an API of the element's, but of `<district-onboardings>` and of the host's own pages. */
export const listing: Rule[] = [
  {
    id: 'list',
    level: 'full',
    title: 'The list is `{ "$data": [onboarding…], "$next"?: cursor }`.',
    after: ['signed-in'],
    async hold(run) {
      readList(await run.ask('onboardings'));
      const answer = await run.ask(`onboardings?id=${newId()}`);
      demand(
        readList(answer).$data.length === 0,
        answer,
        'rows for an id that does not exist: the parameter id selects, and may be repeated',
      );
    },
  },
  {
    id: 'list-parameters',
    level: 'full',
    title: `A list is of at most ${listCaps.limit} rows and ${listCaps.ids} ids; more, or a parameter it does not know, is 422.`,
    after: ['list'],
    async hold(run) {
      for (const [field, query] of refusedQueries()) {
        demandRefusal(
          await run.ask(`onboardings?${query}`),
          { ...refused, field },
          `${field} was taken as it came: answer 422 with the code invalid_request and "field": "${field}"`,
        );
      }
    },
  },
  {
    id: 'cursor',
    level: 'full',
    title: 'A cursor that the list did not give is 422.',
    after: ['list'],
    async hold(run) {
      demandRefusal(
        await run.ask('onboardings?cursor=connect-district-check'),
        { ...refused, field: 'cursor' },
        'a made-up cursor was not refused: answer 422 with the code invalid_request and "field": "cursor"',
      );
    },
  },
];
