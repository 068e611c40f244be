import { routes } from '../contract/routes.js';
import { finishAnswer, problem } from './answers.js';
import { rawPathname } from './base-path.js';
import { identifyCaller } from './caller.js';
import { createCompletion } from './completion.js';
import { createOnboardingRoute } from './create-onboarding.js';
import { answerPreflight, shareAcrossOrigins } from './cross-origin.js';
import { deleteOnboarding } from './delete-onboarding.js';
import { createEdlink } from './edlink.js';
import { notFound, ProxyFailure } from './failure.js';
import { askForGrant } from './grant.js';
import { guard } from './guards.js';
import { Keys } from './keys.js';
import { listOnboardings } from './list-onboardings.js';
import { writeLog, type Observed } from './log.js';
import type { ProxyOptions } from './options.js';
import type { Exchange, Parts } from './parts.js';
import { readOnboarding } from './read-onboarding.js';
import { createReads } from './reads.js';
import { matchRoute, type RouteMatch } from './route-table.js';
import { readSettings } from './settings.js';
import { SingleFlight } from './single-flight.js';
import type { Connection } from './store.js';
import { createSweep, type SweepCounts } from './sweep.js';
import { createUpstream } from './upstream-call.js';

/** The token proxy: a fetch handler, with what the host's server may ask of it. */
export interface Proxy {
  (request: Request): Promise<Response>;
  /** What a tenant is connected with: the truth that no browser can forge. */
  connectionOf(tenant: string): Promise<Connection | null>;
  /** Looks after every pending onboarding once. Run it now and then where no browser may be asking. */
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
  const proxy = (request: Request) => track(observe(parts, request, isClosing ? refuse : answer));
  return Object.assign(proxy, {
    connectionOf: (tenant: string) => parts.store.connectionOf(tenant),
    sweep: () => track(sweeps.run('all', sweep)),
    close: () => (closed ??= close()),
  });
}

function assemble(options: ProxyOptions): Parts {
  const settings = readSettings(options);
  const { store } = options;
  const edlink = createEdlink(createUpstream(settings));
  return {
    settings,
    store,
    edlink,
    keys: new Keys(store, settings.randomBytes),
    reads: createReads(edlink, settings.now),
    teamPages: new SingleFlight(),
    completion: createCompletion(store, settings),
  };
}

type Answer = (request: Request, observed: Observed) => Promise<Response>;

const refuse: Answer = () => Promise.reject(new ProxyFailure('host_not_ready', { retryAfter: 5 }));

/** Around every request: problems, the headers that every answer has, the log. */
async function observe({ settings, keys }: Parts, request: Request, answer: Answer): Promise<Response> {
  const observed: Observed = { route: 'none', tenant: null, startedAt: settings.now(), trace: {} };
  const response = await answer(request, observed).catch(problem);
  const at = settings.now();
  shareAcrossOrigins(finishAnswer(response, at), request, settings.origins);
  void writeLog(settings.log, keys, observed, { status: response.status, at });
  return response;
}

function createAnswers(parts: Parts): Answer {
  const { origins, matchBasePath, authorize } = parts.settings;
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
    const route = mount && matchRoute(request.method, mount.rest);
    if (!route) throw notFound();
    observed.route = route.name;
    const grant = await askForGrant(authorize, request, mount.params);
    observed.tenant = grant.tenant;
    const caller = identifyCaller(grant, mount.params);
    if (!grant.can.includes(routes[route.name].right)) throw new ProxyFailure('forbidden');
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
    }
  };
}
