import { hasExpired, noteProgress } from '../lifecycle.js';
import type { Simulation } from '../simulation.js';
import { formSteps } from './form-steps.js';
import { donePage, endedPage, endingOf, laterPage } from './last-pages.js';
import { pageResponse } from './page-response.js';
import { seeOther } from './see-other.js';
import type { FormStep } from './step-form.js';
import { isReady, submitStep } from './submit-step.js';
import { styleSheet } from './style-sheet.js';
import { chosenProvider, stepPath, type Visit } from './visit.js';

const path = /^\/onboard\/(?<id>[^/]+)\/?$/;

export const isOnboardPagePath = (pathname: string): boolean =>
  path.test(pathname) || pathname === '/onboard.css' || pathname === '/favicon.ico';

/** The page behind `https://ed.link/onboard/{id}`: plain forms, one step a page. */
export async function answerOnboardPage(simulation: Simulation, request: Request): Promise<Response> {
  const url = new URL(request.url);
  if (url.pathname === '/onboard.css') return styleSheetResponse();
  // A browser asks for it by itself and would report a 404 in the console.
  if (url.pathname === '/favicon.ico') return new Response(null, { status: 204 });
  const id = path.exec(url.pathname)?.groups?.id?.toLowerCase() ?? '';
  const record = simulation.world.onboardings.get(id);
  const step = url.searchParams.get('step');
  if (record?.state === 'completed' && step === 'done') return donePage({ simulation, record });
  const ending = endingOf(record, record !== undefined && hasExpired(simulation, record));
  if (!record || ending) return endedPage(simulation, ending ?? 'unknown');
  return answerVisit({ simulation, record }, step, request);
}

async function answerVisit(visit: Visit, step: string | null, request: Request): Promise<Response> {
  switch (request.method) {
    case 'GET':
      noteProgress(visit.simulation, visit.record, 'opening');
      return showStep(visit, step ?? 'overview');
    case 'POST':
      return submitStep(visit, new URLSearchParams(await request.text()));
    // Link checkers of mail programs ask with HEAD: that is nobody opening the page.
    case 'HEAD':
      return new Response(null, { headers: { 'Content-Type': 'text/html; charset=utf-8' } });
    default:
      return new Response(null, { status: 405, headers: { Allow: 'GET, HEAD, POST' } });
  }
}

function showStep(visit: Visit, step: string): Response {
  if (step === 'later') return laterPage(visit);
  if (!isFormStep(step)) return seeOther(stepPath(visit, 'overview'));
  if (step === 'details' && !chosenProvider(visit)) return seeOther(stepPath(visit, 'source'));
  if (step === 'permissions' && !isReady(visit)) return seeOther(stepPath(visit, 'details'));
  const { title, view } = formSteps[step];
  return pageResponse(visit.simulation.settings, title, view(visit));
}

const isFormStep = (step: string): step is FormStep => Object.hasOwn(formSteps, step);

const styleSheetResponse = (): Response =>
  new Response(styleSheet, {
    headers: { 'Content-Type': 'text/css; charset=utf-8', 'Cache-Control': 'max-age=300' },
  });
