import { completeOnboarding, noteProgress } from '../lifecycle.js';
import { formSteps } from './form-steps.js';
import { pageResponse } from './page-response.js';
import { isPermission } from './permissions.js';
import { returnUrl } from './return-url.js';
import { seeOther } from './see-other.js';
import type { FormStep } from './step-form.js';
import { chosenProvider, providersOf, stepPath, type Visit } from './visit.js';

/** Takes in one step's form: on to the next step, or the same one again with what is wrong. */
export function submitStep(visit: Visit, form: URLSearchParams): Response {
  switch (form.get('step')) {
    case 'source':
      return chooseSource(visit, form);
    case 'details':
      return enterDetails(visit, form);
    case 'permissions':
      return createIntegration(visit, form);
    default:
      return seeOther(stepPath(visit, 'source'));
  }
}

function chooseSource(visit: Visit, form: URLSearchParams): Response {
  const provider = providersOf(visit).find(({ id }) => id === form.get('provider_id'));
  if (!provider) return again(visit, 'source', 'Choose the system you want to connect.');
  visit.record.draft.providerId = provider.id;
  noteProgress(visit.simulation, visit.record, 'choosing');
  return seeOther(stepPath(visit, 'details'));
}

function enterDetails(visit: Visit, form: URLSearchParams): Response {
  const districtName = field(form, 'district_name');
  const baseUrl = field(form, 'base_url');
  Object.assign(visit.record.draft, { districtName, baseUrl });
  if (!districtName) return again(visit, 'details', 'Enter the name of your district or institution.');
  if (!isWebAddress(baseUrl)) return again(visit, 'details', 'Enter a base URL that begins with https://.');
  if (!field(form, 'client_id')) return again(visit, 'details', 'Enter the client ID.');
  if (!field(form, 'client_secret')) return again(visit, 'details', 'Enter the client secret.');
  return seeOther(stepPath(visit, 'permissions'));
}

function createIntegration(visit: Visit, form: URLSearchParams): Response {
  const { simulation, record } = visit;
  if (!isReady(visit)) return seeOther(stepPath(visit, 'source'));
  const permissions = form.getAll('permission').filter(isPermission);
  if (permissions.length === 0)
    return again(visit, 'permissions', 'Agree to share at least one kind of data.');
  completeOnboarding(simulation, record, { permissions });
  return seeOther(returnUrl(simulation.settings, record) ?? stepPath(visit, 'done'));
}

/** Whether the earlier steps are done. */
export const isReady = (visit: Visit): boolean =>
  chosenProvider(visit) !== undefined && isWebAddress(visit.record.draft.baseUrl ?? '');

function again(visit: Visit, step: FormStep, error: string): Response {
  const { title, view } = formSteps[step];
  return pageResponse(visit.simulation.settings, `Error: ${title}`, view(visit, error), 422);
}

const field = (form: URLSearchParams, name: string): string => form.get(name)?.trim() ?? '';

const isWebAddress = (text: string): boolean => /^https?:\/\//.test(text) && URL.canParse(text);
