import { htmlPage } from '../faults/html-page.js';
import type { Simulation } from '../simulation.js';
import type { UpstreamCall } from '../upstream-call.js';
import type { UpstreamRequest } from '../upstream-request.js';
import { checkAccess } from './access.js';
import { createLink } from './create-link.js';
import { deleteLink } from './delete-link.js';
import { listLinks } from './list-links.js';
import { errorAnswer, throttledAnswer } from './pathwright-answers.js';
import { PathwrightError } from './pathwright-error.js';
import { recogniseCall, type PathwrightCall } from './pathwright-routes.js';
import { schoolIn } from './school-record.js';

/** `null` for a call of somebody else's. */
export function pathwrightCall(method: string, url: URL): UpstreamCall | null {
  const call = recogniseCall(method, url);
  return (
    call && {
      upstream: 'pathwright',
      operation: call.operation,
      answer: (simulation, request) => answer(simulation, call, request),
      throttled: throttledAnswer,
    }
  );
}

/** What Django does before the API is asked, and then the API; every refusal of the latter is in its own form. */
function answer(simulation: Simulation, call: PathwrightCall, request: UpstreamRequest): Response {
  const school = simulation.settings.schools.find(({ name }) => name === call.school);
  if (!school || call.place === 'unknown') return htmlPage(404);
  if (call.place === 'known-with-slash') return redirectToSlash(request.url);
  try {
    checkAccess(school, request.headers);
    return carryOut(simulation, call, request);
  } catch (error) {
    if (error instanceof PathwrightError) return errorAnswer(error);
    throw error;
  }
}

function carryOut(simulation: Simulation, call: PathwrightCall, request: UpstreamRequest): Response {
  const school = schoolIn(simulation.world, call.school);
  switch (call.operation) {
    case 'listLinks':
      return listLinks(simulation, school, request.url);
    case 'createLink':
      return createLink(simulation, school, request);
    case 'deleteLink':
      return deleteLink(simulation, school, call.id);
    case 'other':
      throw new PathwrightError(405, { detail: `Method "${request.method}" not allowed.` });
  }
}

/** Django's `APPEND_SLASH`: for every method, and who follows it with a POST arrives with a GET. */
function redirectToSlash({ pathname, search }: URL): Response {
  return new Response(null, { status: 301, headers: { Location: `${pathname}/${search}` } });
}
