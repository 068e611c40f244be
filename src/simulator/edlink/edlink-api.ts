import type { Simulation } from '../simulation.js';
import type { UpstreamCall } from '../upstream-call.js';
import type { UpstreamRequest } from '../upstream-request.js';
import { checkAccess } from './access.js';
import { createOnboarding } from './create-onboarding.js';
import { deleteOnboarding } from './delete-onboarding.js';
import { errorAnswer, listAnswer, throttledAnswer } from './edlink-answers.js';
import { EdlinkError, notFound } from './edlink-error.js';
import { recogniseCall, type EdlinkCall } from './edlink-routes.js';
import { listOnboardings } from './list-onboardings.js';
import { readIntegration } from './read-integration.js';
import { readOnboarding } from './read-onboarding.js';

export function edlinkCall(method: string, url: URL): UpstreamCall {
  const call = recogniseCall(method, url.pathname);
  return {
    upstream: 'edlink',
    operation: call.operation,
    answer: (simulation, request) => answer(simulation, call, request),
    throttled: throttledAnswer,
  };
}

/** Every refusal comes back as Edlink's own error body. */
function answer(simulation: Simulation, call: EdlinkCall, request: UpstreamRequest): Response {
  try {
    checkAccess(simulation, call, request);
    return carryOut(simulation, call, request);
  } catch (error) {
    if (error instanceof EdlinkError) return errorAnswer(simulation, error);
    throw error;
  }
}

function carryOut(simulation: Simulation, call: EdlinkCall, request: UpstreamRequest): Response {
  switch (call.operation) {
    case 'create':
      return createOnboarding(simulation, request);
    case 'read':
      return readOnboarding(simulation, call.id);
    case 'list':
      return listOnboardings(simulation, request.url);
    case 'delete':
      return deleteOnboarding(simulation, call.id);
    case 'integration':
      return readIntegration(simulation, call.id);
    case 'providers':
      return listAnswer(simulation, simulation.settings.providers);
    case 'other':
      throw notFound();
  }
}
