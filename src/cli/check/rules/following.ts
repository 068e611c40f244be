import { idIn, idsListed } from '../answer.js';
import { demand, Inapplicable } from '../fault.js';
import type { Rule } from '../rule.js';
import { anOnboarding } from './an-onboarding.js';
import { newId } from './new-id.js';
import { readList } from './read-list.js';

/** What is there is shown. */
export const following: Rule[] = [
  {
    id: 'read',
    level: 'basic',
    title: 'An onboarding can be read and read again, also with `Cache-Control: no-cache`.',
    after: ['signed-in', 'create'],
    async hold(run) {
      const id = await anOnboarding(run);
      for (const headers of [{}, { 'Cache-Control': 'no-cache' }, { 'Cache-Control': 'no-cache' }]) {
        const answer = await run.ask(`onboardings/${id}`, { headers });
        demand(answer.status === 200, answer, 'an onboarding that exists cannot be read: answer 200 with it');
        demand(
          (idIn(answer) ?? id) === id,
          answer,
          'another onboarding than the one that was asked for: answer with that of the id in the path',
        );
      }
    },
  },
  {
    id: 'capitals',
    level: 'full',
    title: 'An id in capitals is the same onboarding, or 404.',
    after: ['read'],
    async hold(run) {
      const id = await anOnboarding(run);
      if (id === id.toUpperCase()) throw new Inapplicable('the id has no letters');
      const answer = await run.ask(`onboardings/${id.toUpperCase()}`, { isApart: true });
      demand(
        answer.status === 404 || idIn(answer) === id,
        answer,
        'an id in capitals: turn it into small letters first (200 with the same onboarding), or answer 404',
      );
    },
  },
  {
    id: 'pages',
    level: 'full',
    title: 'A page has at most `limit` rows, and its `$next` leads to other ones.',
    after: ['list'],
    async hold(run) {
      const answer = await run.ask('onboardings?limit=1');
      const { $data, $next } = readList(answer);
      demand($data.length <= 1, answer, 'more rows than the limit asks for: obey limit');
      if ($next === undefined) throw new Inapplicable('the list has one page');
      const second = await run.ask(`onboardings?limit=1&cursor=${encodeURIComponent($next)}`);
      demand(
        readList(second).$data.every(({ id }) => id !== $data[0]?.id),
        second,
        'the second page begins with the first one’s row: continue after the last row of the page before',
      );
    },
  },
  {
    id: 'listed',
    level: 'full',
    title: 'The list contains what was made.',
    after: ['list', 'create'],
    needs: ['write'],
    async hold(run) {
      const id = run.current?.id ?? '';
      for (const query of ['', `?id=${id}`, `?id=${newId()}&id=${id}`]) {
        const answer = await run.ask(`onboardings${query}`);
        const isFirstOfMany = query === '' && readList(answer).$next !== undefined;
        demand(
          idsListed(answer).includes(id) || isFirstOfMany,
          answer,
          'the list lacks the onboarding that was just made: list every onboarding of the tenant’s',
        );
      }
    },
  },
  {
    id: 'list-filters',
    level: 'full',
    title: 'A list with a filter has only what fits it.',
    after: ['list', 'create'],
    async hold(run) {
      for (const state of ['created', 'completed']) {
        const answer = await run.ask(`onboardings?state=${state}`);
        demand(
          readList(answer).$data.every((row) => row.state === state),
          answer,
          'rows that do not fit the filter state: apply every filter, or refuse it with 422',
        );
      }
      const answer = await run.ask(`onboardings?provider_id=${newId()}`);
      demand(
        idsListed(answer).length === 0,
        answer,
        'rows that do not fit the filter provider_id: apply every filter, or refuse it with 422',
      );
    },
  },
];
