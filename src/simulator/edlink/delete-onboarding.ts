import type { Simulation } from '../simulation.js';
import { objectAnswer } from './edlink-answers.js';
import { EdlinkError } from './edlink-error.js';
import { findOnboarding } from './find-onboarding.js';
import { onboardingJson } from './onboarding-json.js';

export function deleteOnboarding(simulation: Simulation, id: string): Response {
  const { settings } = simulation;
  const record = findOnboarding(simulation, id);
  if (record.state === 'completed') {
    const { code, status } = settings.deleteRefusal;
    throw new EdlinkError(code, 'A completed onboarding cannot be deleted.', status);
  }
  record.deletedAt = simulation.now();
  if (settings.deleteAnswer === '204') return new Response(null, { status: 204 });
  if (settings.deleteAnswer === '200-empty') return new Response(null, { status: 200 });
  return objectAnswer(simulation, onboardingJson(settings, record));
}
