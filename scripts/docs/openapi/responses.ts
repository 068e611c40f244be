import { routeAnswers } from '../../../src/contract/route-answers.js';
import { refusals, type RefusalCode } from '../../../src/contract/refusals.js';
import { isLinkRoute, type RouteName } from '../../../src/contract/routes.js';
import * as examples from './examples.js';
import { onEveryAnswer, retryAfter } from './headers.js';
import { reference } from './json-schemas.js';
import { refusalText } from './refusal-texts.js';

/** Every answer of a route, by its status. */
export function responsesOf(route: RouteName): Record<string, object | undefined> {
  const answers = routeAnswers[route];
  const refused = Object.entries(answers.refusals);
  return {
    ...Object.fromEntries(answers.success.map((status) => [status, successes[`${route} ${status}`]])),
    ...Object.fromEntries(refused.map(([status, codes]) => [status, refusal(route, status, codes)])),
  };
}

const found = (description: string, content?: { schema: object; examples: object }) => ({
  description,
  headers: onEveryAnswer,
  ...(content && { content: { 'application/json': content } }),
});

const onboarding = (shown: object) => ({ schema: reference('Onboarding'), examples: shown });

const linkPage = {
  count: 3,
  next: examples.cursor,
  previous: null,
  results: [examples.samlLink, examples.link],
  $host: { can: ['links:read', 'links:write'] },
};

const successes: Readonly<Record<string, object>> = {
  'createOnboarding 201': found(
    'A new onboarding exists.',
    onboarding({ created: { value: examples.created } }),
  ),
  'createOnboarding 200': found(
    'The onboarding that was there already: of this key, or the live one of this tenant, application and provider.',
    onboarding({ started: { value: examples.started } }),
  ),
  'readOnboarding 200': found(
    'The onboarding. One that is `completed` with an integration is shown only when the host knows of it.',
    onboarding({ started: { value: examples.started }, completed: { value: examples.completed } }),
  ),
  'listOnboardings 200': found('A page.', {
    schema: reference('OnboardingList'),
    examples: {
      page: { value: { $data: [examples.created], $next: examples.cursor } },
      'short page': { value: { $data: [], $next: examples.cursor } },
    },
  }),
  'listLinks 200': found('A page.', {
    schema: reference('LinkList'),
    examples: { page: { value: linkPage } },
  }),
  'createLink 201': found('The member can sign in with this identity.', {
    schema: reference('Link'),
    examples: { link: { value: examples.link } },
  }),
  'deleteLink 204': found('It is gone. The answer has no body.'),
  'deleteOnboarding 204': found('It is gone; also when it was gone before. The answer has no body.'),
};

/** Worth another try by themselves, after a while. */
const passing = ['429', '502', '503', '504'];

const refusal = (route: RouteName, status: string, codes: readonly RefusalCode[]) => ({
  description: codes.map((code) => `\`${code}\`: ${refusalText(route, status, code)}`).join('\n\n'),
  headers: { ...onEveryAnswer, ...(passing.includes(status) && retryAfter) },
  content: {
    'application/problem+json': {
      schema: { allOf: [reference('Problem'), { properties: { code: { enum: codes } } }] },
      examples: Object.fromEntries(
        codes.map((code) => [code, { value: problem(route, code, Number(status)) }]),
      ),
    },
  },
});

const problem = (route: RouteName, code: RefusalCode, status: number) => ({
  type: 'about:blank',
  title: refusals[code].title,
  status,
  code,
  ...(code === 'not_allowed' && { field: isLinkRoute(route) ? 'link_type' : 'automatic_approval' }),
});
