import type { Simulation } from '../simulation.js';
import type { UpstreamRequest } from '../upstream-request.js';
import { checkAccess } from './access.js';
import { createOnboarding } from './create-onboarding.js';
import { deleteOnboarding } from './delete-onboarding.js';
import { errorAnswer, listAnswer } from './edlink-answers.js';
import { EdlinkError, notFound } from './edlink-error.js';
import type { EdlinkCall } from './edlink-routes.js';
import { listOnboardings } from './list-onboardings.js';
import { readIntegration } from './read-integration.js';
import { readOnboarding } from './read-onboarding.js';

/** Carries out one call of Edlink's API. Every refusal comes back as Edlink's own error body. */
export function answerEdlink(simulation: Simulation, call: EdlinkCall, request: UpstreamRequest): Response {
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
