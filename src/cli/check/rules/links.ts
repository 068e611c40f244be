import { idempotencyHeader } from '../../../contract/routes.js';
import { isError } from '../answer.js';
import { nobody, type Caller } from '../caller.js';
import { demand, Inapplicable } from '../fault.js';
import { badRequest, demandRefusal, forbidden, unauthorized } from '../refusal.js';
import type { Rule } from '../rule.js';
import { linksFound, readLinks } from './read-links.js';
import { ofAnotherSite, withoutHeader } from './strangers.js';

const path = 'links';
const refused = { status: [422], code: ['invalid_request'] } as const;

const noNumbers = ['0', 'abc', '1e3', '1%2F..'];

/** None of them could ever be made a link of, whoever takes them. */
const wrongBodies: [field: string, body: object][] = [
  ['connect_district_check', { connect_district_check: true }],
  ['user_id', { user_id: 'connect-district-check', external_id: 'connect-district-check' }],
];

/**
 * Of Pathwright's links, where the caller has any. Whoever makes one can take over an account, so the check makes and
 * removes none, not even with --write.
 */
export const links: Rule[] = [
  {
    id: 'links',
    level: 'full',
    title: 'Links are `{ count, next, previous, results }`; to whom they are not granted, 404.',
    after: ['signed-in'],
    async hold(run) {
      // A path that does not exist is answered by whatever is in front of the proxy.
      const { status } = await run.ask(path, { isApart: true });
      if ([403, 404, 405].includes(status)) throw new Inapplicable('the caller may not read links');
      run.links = readLinks(await run.ask(path));
    },
  },
  {
    id: 'links-guarded',
    level: 'full',
    title: 'Links are guarded like everything else: 401 without a session, 403 to another site.',
    after: ['links'],
    async hold(run) {
      linksFound(run);
      demandRefusal(
        await run.ask(path, { as: nobody }),
        unauthorized,
        'links without a session: answer 401 with the code unauthorized',
      );
      for (const headers of [...withoutHeader, ...ofAnotherSite(run.origin)]) {
        demandRefusal(
          await run.ask(path, { headers }),
          forbidden,
          'links were not kept from another site: make the check of X-Requested-With, Sec-Fetch-Site and Origin on every route, and answer 403 with the code forbidden',
        );
      }
    },
  },
  {
    id: 'links-pages',
    level: 'full',
    title: '`next` of links leads to other ones; a cursor that the list did not give is 422.',
    after: ['links'],
    async hold(run) {
      const { next, results } = linksFound(run);
      demandRefusal(
        await run.ask(`${path}?cursor=connect-district-check`),
        { ...refused, field: 'cursor' },
        'a made-up cursor of links was not refused: seal cursors, and answer 422 with the code invalid_request and "field": "cursor"',
      );
      if (next === null) throw new Inapplicable('the list of links has one page');
      const second = await run.ask(after(next));
      const shown = new Set(results.map(({ id }) => id));
      demand(
        readLinks(second).results.every(({ id }) => !shown.has(id)),
        second,
        'the next page of links has rows of the first: take the query of Pathwright’s next, and no other, for the page of its cursor',
      );
    },
  },
  {
    id: 'links-parameters',
    level: 'full',
    title: 'A parameter of links besides `cursor` is 422.',
    after: ['links'],
    async hold(run) {
      linksFound(run);
      for (const field of ['page', 'user_id']) {
        demandRefusal(
          await run.ask(`${path}?${field}=1`),
          { ...refused, field },
          `${field} was taken as it came: pass no parameter on, and answer 422 with the code invalid_request and "field": "${field}"`,
        );
      }
    },
  },
  {
    id: 'link-id',
    level: 'full',
    title: 'What is no positive integer is no link: 404, and never gets into a path upstream.',
    after: ['links'],
    async hold(run) {
      linksFound(run);
      for (const id of noNumbers) {
        const answer = await run.ask(`${path}/${id}`, { isApart: true });
        demand(
          [400, 404, 405].includes(answer.status),
          answer,
          'no number of a link: match it against ^[1-9][0-9]*$ before anything is sent upstream, and answer 404',
        );
      }
    },
  },
  {
    id: 'link-fields',
    level: 'full',
    title:
      'A new link has `user_id`, a number, and `external_id`; anything else is 422, and named in `field`.',
    needs: ['write'],
    after: ['links'],
    async hold(run) {
      linksFound(run);
      for (const [field, body] of wrongBodies) {
        const answer = await run.ask(path, { method: 'POST', body, headers: withoutKey });
        if (answer.status === 403) throw new Inapplicable('the caller may not write links');
        demandRefusal(
          answer,
          { ...badRequest, field },
          `${JSON.stringify(body)} was not refused as a link: check every field before Pathwright is asked; answer 422 and "field": "${field}"`,
        );
      }
    },
  },
  {
    id: 'foreign-links-cursor',
    level: 'full',
    title: 'Another tenant’s cursor of links is refused.',
    needs: ['other'],
    after: ['other-signed-in', 'links-pages'],
    async hold(run) {
      const { next } = linksFound(run);
      if (next === null) throw new Inapplicable('the list of links has one page');
      const answer = await run.ask(after(next), { as: run.other as Caller });
      demand(
        isError(answer),
        answer,
        'another tenant’s cursor of links was taken: bind cursors to the tenant and the school, and answer 422 with the code invalid_request',
      );
    },
  },
];

const after = (cursor: string): string => `${path}?cursor=${encodeURIComponent(cursor)}`;

/** Only an onboarding has one. */
const withoutKey = { [idempotencyHeader]: undefined };
