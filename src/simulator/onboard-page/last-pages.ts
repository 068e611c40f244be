import type { OnboardingRecord } from '../world.js';
import { html } from './html.js';
import { pageResponse } from './page-response.js';
import type { Simulation } from '../simulation.js';
import { applicationOf, pagePath, type Visit } from './visit.js';

/** After *Create Integration*, where no `redirect_uri` takes the person home. */
export function donePage({ simulation, record }: Visit): Response {
  const { name } = applicationOf({ simulation, record });
  const integration = simulation.world.integrations.get(record.integration_id ?? '');
  const district = integration?.team.name ?? 'Your district';
  const outcome =
    integration?.status === 'requested'
      ? html`<p>${simulation.settings.teamName} now reviews the connection. Nothing is shared until then.</p>`
      : html`<p>${name} can read what you have agreed to share.</p>`;
  return pageResponse(
    simulation.settings,
    'Done',
    html`<h1>${district} is connected to ${name}</h1>
      ${outcome}
      <p>You can close this tab.</p>`,
  );
}

/** For whoever has to look for a password first. */
export function laterPage(visit: Visit): Response {
  const { expiresAt } = visit.record;
  const deadline = expiresAt === null ? null : new Date(expiresAt).toUTCString();
  return pageResponse(
    visit.simulation.settings,
    'Finish later',
    html`<h1>You can finish later</h1>
      <p>
        Nothing is connected yet, and what you have entered is kept.
        ${deadline === null ? 'Open the same link again when you are ready.' : `The link works until ${deadline}.`}
      </p>
      <p class="actions"><a href="${pagePath(visit)}">Continue now</a></p>`,
  );
}

const endings = {
  unknown: {
    status: 404,
    heading: 'This link does not exist',
    text: 'Check that you have copied all of it, or ask whoever sent it to you.',
  },
  deleted: {
    status: 410,
    heading: 'This link has been withdrawn',
    text: 'Ask whoever sent it to you for a new one.',
  },
  expired: {
    status: 410,
    heading: 'This link has expired',
    text: 'Ask whoever sent it to you for a new one.',
  },
  completed: {
    status: 410,
    heading: 'This link has been used',
    text: 'The connection was made with it already. There is nothing left to do.',
  },
} as const;

export type Ending = keyof typeof endings;

export function endedPage({ settings }: Simulation, ending: Ending): Response {
  const { status, heading, text } = endings[ending];
  return pageResponse(
    settings,
    heading,
    html`<h1>${heading}</h1>
      <p>${text}</p>`,
    status,
  );
}

/** Why an onboarding can no longer be gone through, or `null` if it can. */
export function endingOf(record: OnboardingRecord | undefined, hasExpired: boolean): Ending | null {
  if (!record) return 'unknown';
  if (record.deletedAt !== null) return 'deleted';
  if (record.state === 'completed') return 'completed';
  return hasExpired ? 'expired' : null;
}
