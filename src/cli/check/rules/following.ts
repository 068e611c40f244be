import { listFilters } from '../../../contract/routes.js';
import { idIn, idsListed, type Answer } from '../answer.js';
import { demand, Inapplicable } from '../fault.js';
import { untilSeen } from '../patience.js';
import { demandRefusal } from '../refusal.js';
import type { Rule } from '../rule.js';
import { anOnboarding } from './an-onboarding.js';
import { newId } from './new-id.js';
import { readList } from './read-list.js';
import { readSeen } from './read-seen.js';

const filtersById = listFilters.filter((name) => name !== 'state');

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
        const answer = await readSeen(run, id, headers);
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
    id: 'cursor-filters',
    level: 'full',
    title: 'A cursor is of no use with other filters: 422.',
    after: ['list', 'pages'],
    async hold(run) {
      const { $next } = readList(await run.ask('onboardings?limit=1'));
      if ($next === undefined) throw new Inapplicable('the list has one page');
      demandRefusal(
        await run.ask(`onboardings?limit=1&state=completed&cursor=${encodeURIComponent($next)}`),
        { status: [422], code: ['invalid_request'], field: 'cursor' },
        'a cursor was taken with another filter: bind cursors to the filters, and answer 422 with the code invalid_request and "field": "cursor"',
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
        const isThere = (answer: Answer): boolean =>
          idsListed(answer).includes(id) || (query === '' && readList(answer).$next !== undefined);
        const answer = await untilSeen(
          () => run.ask(`onboardings${query}`),
          isThere,
          run.current?.madeAt ?? 0,
        );
        demand(
          isThere(answer),
          answer,
          'the list lacks the onboarding that was just made: list every onboarding of the tenant’s',
        );
      }
    },
  },
  {
    id: 'list-filters',
    level: 'full',
    title: 'A list with a filter has only what fits it; every filter is applied.',
    after: ['list', 'create'],
    async hold(run) {
      for (const state of ['created', 'completed']) {
        const answer = await run.ask(`onboardings?state=${state}`);
        const isFit = readList(answer).$data.every((row) => row.state === state);
        demand(isFit, answer, 'rows that do not fit the filter state: apply every filter');
      }
      for (const filter of filtersById) {
        const answer = await run.ask(`onboardings?${filter}=${newId()}`);
        const isFit = readList(answer).$data.length === 0;
        demand(isFit, answer, `rows that do not fit the filter ${filter}: apply every filter`);
      }
    },
  },
];
