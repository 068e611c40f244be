import type { Simulation } from '../simulation.js';
import { listAnswer } from './edlink-answers.js';
import { countShown, isHiddenByLag, isThere } from './find-onboarding.js';
import { readFilters } from './list-filters.js';
import { onboardingJson } from './onboarding-json.js';
import { readPaging, nextUrl } from './paging.js';

export function listOnboardings(simulation: Simulation, url: URL): Response {
  const paging = readPaging(simulation, url.searchParams);
  const matches = readFilters(simulation.settings, url.searchParams);
  const rest = [...simulation.world.onboardings.values()].filter(
    (record) =>
      record.sequence > paging.after &&
      isThere(simulation, record) &&
      matches(record) &&
      !isHiddenByLag(simulation, record),
  );
  const page = rest.slice(0, paging.first);
  const last = page.at(-1);
  const next = last && rest.length > page.length ? nextUrl(simulation, url, last.sequence) : undefined;
  const answer = listAnswer(
    simulation,
    page.map((record) => onboardingJson(simulation.settings, record)),
    next,
  );
  page.forEach(countShown);
  return answer;
}
