import {
  clientHeader,
  idempotencyHeader,
  idempotencyKeyPattern,
  isLinkRoute,
  listCaps,
  listFilters,
  routes,
  type RouteName,
} from '../../../src/contract/routes.js';
import * as examples from './examples.js';
import { reference } from './json-schemas.js';

const of = (name: string) => ({ $ref: `#/components/parameters/${name}` });

/** The parameters of a route; where its path has an `{id}` is the path's to say. */
export function parametersOf(route: RouteName): object[] {
  return [
    of('Client'),
    ...(routes[route].path.includes('{id}') ? [of(isLinkRoute(route) ? 'LinkId' : 'Id')] : []),
    ...(route === 'createOnboarding' ? [of('IdempotencyKey')] : []),
    ...(route === 'readOnboarding' ? [of('Fresh')] : []),
    ...(route === 'listOnboardings' ? listParameters : []),
    ...(route === 'listLinks' ? [linkCursor] : []),
  ];
}

/** `components.parameters` */
export const componentParameters = {
  Client: {
    name: clientHeader.name,
    in: 'header',
    required: true,
    description: 'No form and no link of another site can send it. Without it, or with another value: 403.',
    schema: { type: 'string', const: clientHeader.value },
  },
  Id: {
    name: 'id',
    in: 'path',
    required: true,
    description: 'An id that is no UUID is 404, before anything else is done with it.',
    schema: reference('Uuid'),
    example: examples.id,
  },
  LinkId: {
    name: 'id',
    in: 'path',
    required: true,
    description:
      'Digits only, without a zero in front; anything else is 404, before anything is done with it.',
    schema: reference('PositiveInteger'),
    example: examples.link.id,
  },
  IdempotencyKey: {
    name: idempotencyHeader,
    in: 'header',
    required: true,
    description: 'One key is one onboarding. Missing or malformed: 422 `invalid_request`.',
    schema: { type: 'string', pattern: idempotencyKeyPattern.source },
    example: examples.key,
  },
  Fresh: {
    name: 'Cache-Control',
    in: 'header',
    description:
      'With `no-cache` in it, the answer must be what Edlink says now. Without, a few seconds old will do.',
    schema: { type: 'string' },
    example: 'no-cache',
  },
};

const linkCursor = {
  name: 'cursor',
  in: 'query',
  description: '`next` or `previous` of another page.',
  schema: { type: 'string' },
  example: examples.cursor,
};

const listParameters = [
  ...listFilters.map((name) => ({
    name,
    in: 'query',
    description: `Only onboardings with this \`${name}\`.`,
    schema: name === 'state' ? { type: 'string' } : reference('Uuid'),
  })),
  {
    name: 'id',
    in: 'query',
    description: 'Exactly these, as far as the caller may see them, on one page. Not together with `cursor`.',
    schema: { type: 'array', items: reference('Uuid'), maxItems: listCaps.ids },
  },
  {
    name: 'cursor',
    in: 'query',
    description: '`$next` of the page before, with the same filters.',
    schema: { type: 'string' },
    example: examples.cursor,
  },
  {
    name: 'limit',
    in: 'query',
    description: 'The most onboardings on a page. The proxy chooses when it is not set.',
    schema: { type: 'integer', minimum: 1, maximum: listCaps.limit },
  },
];
