import { adopt, type Adoptable } from './adoption.js';
import { finishAnswer, problem } from './answers.js';
import { assemble } from './assembly.js';
import { rawPathname } from './base-path.js';
import { identifyCaller } from './caller.js';
import { createOnboardingRoute } from './create-onboarding.js';
import { answerPreflight, shareAcrossOrigins } from './cross-origin.js';
import { deleteOnboarding } from './delete-onboarding.js';
import { notFound, ProxyFailure } from './failure.js';
import { askForGrant } from './grant.js';
import { guard } from './guards.js';
import { createLink } from './links/create-link.js';
import { deleteLink } from './links/delete-link.js';
import { listLinks } from './links/list-links.js';
import { listOnboardings } from './list-onboardings.js';
import { createLog, summarize, type Observed } from './log.js';
import type { ProxyOptions } from './options.js';
import type { Exchange, Parts } from './parts.js';
import { readOnboarding } from './read-onboarding.js';
import { requireRight } from './route-rights.js';
import { matchRoute, type RouteMatch } from './route-table.js';
import { SingleFlight } from './single-flight.js';
import type { Connection } from './store.js';
import { createSweep, type SweepCounts } from './sweep.js';
import type { UpstreamHealth } from './upstream-health.js';

/** The token proxy: a fetch handler, with what the host's server may ask of it. */
export interface Proxy {
  (request: Request): Promise<Response>;
  /** What a tenant is connected with: the truth that no browser can forge. */
  connectionOf(tenant: string): Promise<Connection | null>;
  /**
   * Makes what existed before this proxy a tenant's: an onboarding, which is followed from now on, or an integration.
   * @throws an error with a `code`: `invalid_request`, `not_found`, `integration_conflict`, or one of Edlink's troubles.
   */
  adopt(tenant: string, found: Adoptable): Promise<void>;
  /** What the last call to Edlink has shown of it. Asks nobody, so that a health check may call it as often as it likes. */
  health(): UpstreamHealth;
  /**
   * Looks after every pending onboarding once, and forgets what ended long ago. Run it now and then where no browser may
   * be asking: from a timer, or from cron in a serverless host.
   */
  sweep(): Promise<SweepCounts>;
  /** Answers no more requests, stops sweeping, waits for what is under way, closes the store. */
  close(): Promise<void>;
}

/**
 * Makes the token proxy. It is no forwarder: its routes are the contract's closed table, and every call to Edlink is
 * built from scratch.
 * @throws TypeError that says which option to change, and into what.
 */
export function createProxy(options: ProxyOptions): Proxy {
  const parts = assemble(options);
  const observe = createObservation(parts);
  const answer = createAnswers(parts);
  const sweep = createSweep(parts, () => isClosing);
  const sweeps = new SingleFlight<SweepCounts>();
  const underWay = new Set<Promise<unknown>>();
  let isClosing = false;
  let closed: Promise<void> | undefined;

  const track = <T>(work: Promise<T>): Promise<T> => {
    const tracked = work.finally(() => underWay.delete(tracked));
    underWay.add(tracked);
    return tracked;
  };
  const close = async () => {
    isClosing = true;
    await Promise.allSettled(underWay);
    await parts.store.close();
  };
  const proxy = (request: Request) => track(observe(request, isClosing ? refuse : answer));
  return Object.assign(proxy, {
    connectionOf: (tenant: string) => parts.store.connectionOf(tenant),
    adopt: (tenant: string, found: Adoptable) => track(adopt(parts, tenant, found)),
    sweep: () => track(sweeps.run('all', sweep)),
    health: () => parts.health.read(),
    close: () => (closed ??= close()),
  });
}

type Answer = (request: Request, observed: Observed) => Promise<Response>;

const refuse: Answer = () => Promise.reject(new ProxyFailure('host_not_ready', { retryAfter: 5 }));

type Handler = (request: Request, answer: Answer) => Promise<Response>;

/** Around every request: problems, the headers that every answer has, the log. */
function createObservation({ settings, keys, metrics }: Parts): Handler {
  const { now, origins } = settings;
  const log = createLog(settings.log, keys, now);
  return async (request, answer) => {
    const observed: Observed = { route: 'none', tenant: null, startedAt: now(), trace: {} };
    const response = await answer(request, observed).catch(problem);
    const at = now();
    shareAcrossOrigins(finishAnswer(response, at), request, origins);
    const summary = summarize(observed, { status: response.status, at });
    void log(observed.tenant, summary);
    const { route, status, duration, retries, cache_hit } = summary;
    metrics({ kind: 'request', route, status, duration, retries, cache_hit });
    return response;
  };
}

function createAnswers(parts: Parts): Answer {
  const { origins, matchBasePath, authorize, pathwright } = parts.settings;
  const served = { hasLinks: pathwright !== undefined };
  const run = createRoutes(parts);
  return async (request, observed) => {
    if (request.method === 'OPTIONS') {
      observed.route = 'preflight';
      return answerPreflight(request, origins);
    }
    guard(request, origins);
    // An adapter that joins `Host` and path can make something that is no URL (`http://x:99999/`).
    if (!URL.canParse(request.url)) throw notFound();
    const mount = matchBasePath(rawPathname(request.url));
    const route = mount && matchRoute(request.method, mount.rest, served);
    if (!route) throw notFound();
    observed.route = route.name;
    const grant = await askForGrant(authorize, request, mount.params);
    observed.tenant = grant.tenant;
    const caller = identifyCaller(grant, mount.params);
    requireRight(route.name, caller.can);
    return run(route, { request, caller, trace: observed.trace });
  };
}

function createRoutes(parts: Parts): (route: RouteMatch, exchange: Exchange) => Promise<Response> {
  const createOnboarding = createOnboardingRoute(parts);
  return async ({ name, id = '' }, exchange) => {
    switch (name) {
      case 'createOnboarding':
        return createOnboarding(exchange);
      case 'listOnboardings':
        return listOnboardings(parts, exchange);
      case 'readOnboarding':
        return readOnboarding(parts, exchange, id);
      case 'deleteOnboarding':
        return deleteOnboarding(parts, exchange, id);
      case 'listLinks':
        return listLinks(parts, exchange);
      case 'createLink':
        return createLink(parts, exchange);
      case 'deleteLink':
        return deleteLink(parts, exchange, Number(id));
    }
  };
}
