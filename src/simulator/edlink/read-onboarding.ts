import type { Simulation } from '../simulation.js';
import { objectAnswer } from './edlink-answers.js';
import { notFound } from './edlink-error.js';
import { countShown, findOnboarding, isHiddenByLag } from './find-onboarding.js';
import { onboardingJson } from './onboarding-json.js';

export function readOnboarding(simulation: Simulation, id: string): Response {
  const record = findOnboarding(simulation, id);
  if (isHiddenByLag(simulation, record)) throw notFound();
  const answer = objectAnswer(simulation, onboardingJson(simulation.settings, record));
  countShown(record);
  return answer;
}
