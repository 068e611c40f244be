import { idempotencyHeader } from '../../../contract/routes.js';
import { demand } from '../fault.js';
import { badRequest, demandRefusal } from '../refusal.js';
import type { Rule } from '../rule.js';
import { newId } from './new-id.js';
import { post } from './post.js';

const badKeys = [undefined, 'short', 'has blanks, which no key may have', 'x'.repeat(129)];

const wrongBodies: [what: string, body: string, mediaType?: string][] = [
  ['a form', 'provider_id=1', 'application/x-www-form-urlencoded'],
  ['JSON that says it is text, as a form can send it', '{}', 'text/plain'],
  ['broken JSON', '{"provider_id":'],
  ['a list', '[]'],
  ['64 KiB', JSON.stringify({ provider_id: 'x'.repeat(64 * 1024) })],
];

/** None of these is right for any field, whatever the host allows. */
const wrongValues = {
  automatic_approval: 'connect-district-check',
  team_id: 'connect-district-check',
  provider_id: '../providers',
  expiration_date: 'connect-district-check',
};

/** The last two begin like a page of the host's. */
const foreignPages = (origin: string): string[] => [
  'https://evil.example/connected',
  `${origin}.evil.example/`,
  `${origin}@evil.example/`,
];

/** What must not get as far as Edlink. The account has a live onboarding now, so that a lenient proxy makes none. */
export const refusing: Rule[] = [
  {
    id: 'key-required',
    level: 'full',
    title: 'A POST needs an `Idempotency-Key` of 16 to 128 letters, digits or `_ . ~ -`; else it is 422.',
    needs: ['write'],
    after: ['create'],
    async hold(run) {
      for (const key of badKeys) {
        const answer = await post(run, { headers: { [idempotencyHeader]: key } });
        const what =
          key === undefined ? 'a POST without Idempotency-Key' : `the Idempotency-Key "${key.slice(0, 40)}"`;
        demandRefusal(
          answer,
          badRequest,
          `${what} was not refused: answer 422 with the code invalid_request`,
        );
      }
    },
  },
  {
    id: 'json-only',
    level: 'full',
    title: 'A body that is no JSON object, or is too large, is refused with 415, 413 or 422.',
    needs: ['write'],
    after: ['create'],
    async hold(run) {
      for (const [what, body, mediaType = 'application/json'] of wrongBodies) {
        const answer = await post(run, { body, headers: { 'Content-Type': mediaType } });
        demandRefusal(
          answer,
          { ...badRequest, status: [413, 415, 422] },
          `${what} was not refused: take a JSON object as application/json only, and answer 415, 413 or 422 with the code invalid_request`,
        );
      }
    },
  },
  {
    id: 'unknown-field',
    level: 'full',
    title: 'A field that is not allowed is 422 `not_allowed`, and named in `field`.',
    needs: ['write'],
    after: ['create'],
    async hold(run) {
      const field = 'connect_district_check';
      demandRefusal(
        await post(run, { body: { ...run.body, [field]: true } }),
        { ...badRequest, field },
        `a field that is not allowed was not refused: pass on only fields of a list of yours; else answer 422 with the code not_allowed and "field": "${field}"`,
      );
    },
  },
  {
    id: 'wrong-value',
    level: 'full',
    title: 'A field with a wrong value is 422, and named in `field`: it is not passed on unread.',
    needs: ['write'],
    after: ['create'],
    async hold(run) {
      for (const [field, value] of Object.entries(wrongValues)) {
        demandRefusal(
          await post(run, { body: { ...run.body, [field]: value } }),
          { ...badRequest, field },
          `"${field}": "${value}" was not refused: check every field before Edlink is asked; answer 422 and "field": "${field}"`,
        );
      }
    },
  },
  {
    id: 'other-methods',
    level: 'full',
    title: 'A method that is not in the contract does nothing: 404, or 405.',
    needs: ['write'],
    after: ['create'],
    async hold(run) {
      for (const path of ['onboardings', `onboardings/${newId()}`]) {
        for (const method of ['PUT', 'PATCH'] as const) {
          const answer = await run.ask(path, { method, body: run.body, isApart: true });
          demand(
            [404, 405].includes(answer.status),
            answer,
            `${method} is no method of the contract: forward nothing, answer 404`,
          );
        }
      }
    },
  },
  {
    id: 'foreign-redirect',
    level: 'full',
    title: 'A `redirect_uri` of a foreign origin is 422: the onboard tab would lead there.',
    needs: ['write'],
    after: ['create'],
    async hold(run) {
      const field = 'redirect_uri';
      for (const redirect_uri of foreignPages(run.origin)) {
        demandRefusal(
          await post(run, { body: { ...run.body, redirect_uri } }),
          { ...badRequest, field },
          `the redirect_uri ${redirect_uri} was not refused: parse it and compare its origin with yours, never a prefix; answer 422 with the code not_allowed and "field": "redirect_uri"`,
        );
      }
    },
  },
];
