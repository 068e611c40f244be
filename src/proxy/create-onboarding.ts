import { idempotencyHeader, idempotencyKeyPattern } from '../contract/routes.js';
import { isUuid } from '../contract/uuid.js';
import { readAllowedFields, type RequestedOnboarding } from './allowed-fields.js';
import { json } from './answers.js';
import { obtain, type Obtained, type Wish } from './creation.js';
import { invalid, ProxyFailure } from './failure.js';
import { callHost } from './host-call.js';
import { digest } from './keys.js';
import type { Exchange, Parts } from './parts.js';
import { readRequestBody } from './request-body.js';
import { show } from './shown-onboarding.js';
import { SingleFlight } from './single-flight.js';

/** `POST onboardings`: 201 for one that was made for this key, 200 for one that was there. */
export function createOnboardingRoute(parts: Parts): (exchange: Exchange) => Promise<Response> {
  const flights = new SingleFlight<Obtained>();
  return async (exchange) => {
    const wish = await readWish(parts, exchange);
    const flight = JSON.stringify([wish.tenant, wish.key, wish.fingerprint]);
    const { isNew, record, onboarding } = await flights.run(flight, () =>
      obtain(parts, wish, exchange.trace),
    );
    return json(isNew ? 201 : 200, await show(parts, record, onboarding));
  };
}

async function readWish({ settings }: Parts, { request, caller }: Exchange): Promise<Wish> {
  const key = readKey(request);
  const asked = readAllowedFields(await readRequestBody(request), {
    allow: settings.allow,
    applicationId: settings.edlink.applicationId,
    origins: settings.origins,
    now: settings.now(),
  });
  const team_id = await chooseTeam(settings, caller.tenant, asked.team_id);
  return {
    tenant: caller.tenant,
    actor: caller.actor,
    key,
    fingerprint: await digest(canonical(asked)),
    fields: {
      ...(settings.automaticApproval !== undefined && { automatic_approval: settings.automaticApproval }),
      ...asked,
      ...(team_id !== undefined && { team_id }),
    },
  };
}

function readKey(request: Request): string {
  const key = request.headers.get(idempotencyHeader);
  if (key !== null && idempotencyKeyPattern.test(key)) return key;
  throw invalid(idempotencyHeader, '16 to 128 letters, digits, or any of _ . ~ -');
}

/** What the host knows of its tenant's team beats what a browser says of it. */
async function chooseTeam(
  { teamIdOf, edlink }: Parts['settings'],
  tenant: string,
  asked: string | undefined,
): Promise<string | undefined> {
  const known = (await callHost(() => teamIdOf?.(tenant), edlink.timeout))?.toLowerCase();
  if (known !== undefined && !isUuid(known)) throw new ProxyFailure('host_not_ready', { status: 500 });
  if (known !== undefined && asked !== undefined && asked !== known) {
    throw new ProxyFailure('not_allowed', { field: 'team_id' });
  }
  return known ?? asked;
}

/** The order of a body's members is no part of what it says. */
const canonical = (asked: RequestedOnboarding): string =>
  JSON.stringify(Object.entries(asked).sort(([left], [right]) => (left < right ? -1 : 1)));
