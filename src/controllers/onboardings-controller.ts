import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Onboarding, OnboardingRequest } from '../contract/onboarding.js';
import { listCaps, type OnboardingFilters } from '../contract/routes.js';
import type { OnboardingAnswer, ProxyClient } from '../client/proxy-client.js';
import { eventFor } from '../events.js';
import type { Announcement } from '../onboarding/announcement.js';
import { isConnected, isPending } from '../onboarding/condition.js';
import { announceFailure } from '../onboarding/failure.js';
import type { Effect, Failure } from '../onboarding/state.js';
import { createAsking } from './asking.js';
import { createCreation } from './creation.js';
import { browserEnvironment, type Environment } from './environment.js';
import { asFailure } from './failure.js';
import { createPagedList, type PagedList } from './paged-list.js';
import { requestHeaders, type HeaderSources } from './request-headers.js';
import { proxyUrl } from './settings.js';
import { createTurns } from './turns.js';
import type { Follower } from './watcher.js';

/** The element as the controller sees it. */
export interface OnboardingsHost extends ReactiveControllerHost, EventTarget, HeaderSources {
  readonly isConnected: boolean;
  readonly proxy: string;
  readonly filters: OnboardingFilters;
}

/** What the element may do with the list. */
export interface OnboardingsController extends ReactiveController {
  readonly list: PagedList<Onboarding, string>;
  /** The caller's rights, where the proxy says them. */
  readonly can: readonly string[] | undefined;
  /** The server's time, in milliseconds since 1970, once it has said one. */
  readonly date: number | undefined;
  /** What the last question met, until one is answered. */
  readonly failure: Failure | undefined;
  /** Begins anew, with the host's proxy and filters as they are now. */
  configure(): void;
  /** Reads the list again. */
  refresh(): void;
  readonly loadMore: () => void;
  readonly loadAll: () => void;
  /**
   * `undefined`: deleted. With `not_found` it is gone all the same. `leave` is called before the row goes, so that a
   * dialog can give the focus back to it.
   */
  readonly remove: (onboarding: Onboarding, leave: () => void) => Promise<Failure | undefined>;
  /** Creates one at another proxy: that of the district. */
  readonly create: (proxy: string, request: OnboardingRequest) => Promise<Onboarding | Failure>;
}

/** Loads a list of onboardings, keeps it up to date and changes it; tells of what it sees completing. */
export function createOnboardingsController(
  host: OnboardingsHost,
  environment: Environment = browserEnvironment,
): OnboardingsController {
  /** Those that were seen before they were connected: only of these it is news. */
  const unconnected = new Set<string>();
  const creation = createCreation(environment.newKey);
  let requests = new AbortController();
  let can: readonly string[] | undefined;
  let clock: { date: number; at: number } | undefined;
  let failure: Failure | undefined;
  let stopFollowing: (() => void) | undefined;
  let isConfigured = false;
  let isRunning = false;

  const dateNow = (): number | undefined => clock && clock.date + environment.now() - clock.at;

  const list = createPagedList<Onboarding, string>({
    readPage: async (cursor, signal) => {
      const page = await readList({ ...host.filters, limit: listCaps.limit, cursor }, false, signal);
      return { rows: page.onboardings, next: page.next };
    },
    idOf: ({ id }) => id,
    changed: () => host.requestUpdate(),
  });
  const turns = createTurns(() => list.rows.filter((row) => isPending(row, dateNow())).map(({ id }) => id));
  const asking = createAsking(ask, environment);
  const signals = environment.createSignals((isReturn) => asking.heed(isReturn));

  const clientOf = (proxy: URL): ProxyClient =>
    environment.createProxyClient({ proxy, headers: () => requestHeaders(host, proxy) });

  async function readList(
    query: Parameters<ProxyClient['listOnboardings']>[0],
    fresh: boolean,
    signal: AbortSignal,
  ): ReturnType<ProxyClient['listOnboardings']> {
    const proxy = proxyUrl(host);
    const page = await environment.watcherOf(proxy).list(clientOf(proxy), query, fresh, signal);
    if (!signal.aborted) can = page.can ?? can;
    return page;
  }

  /** What was never loaded, or failed, comes first; else the next turn of those that are. */
  async function ask(fresh: boolean): Promise<Failure | undefined> {
    const { signal } = requests;
    if (list.status === 'empty' || list.status === 'failed') return loaded(list.loadMore());
    try {
      const ids = turns.next();
      const query = ids ? { id: ids } : { ...host.filters, limit: listCaps.limit };
      const { onboardings } = await readList(query, fresh, signal);
      if (signal.aborted) return undefined;
      if (!ids) addNew(onboardings);
      report(undefined);
    } catch (error) {
      if (!signal.aborted) report(asFailure(error));
    }
    return failure;
  }

  /** The end of whatever reads the list's own pages. */
  async function loaded(reading: Promise<void>): Promise<Failure | undefined> {
    await reading;
    report(list.status === 'failed' ? asFailure(list.error) : undefined);
    return failure;
  }

  function addNew(onboardings: readonly Onboarding[]): void {
    const known = new Set(list.rows.map(({ id }) => id));
    const added = onboardings.filter(({ id }) => !known.has(id));
    if (added.length) list.add(added);
  }

  function report(next: Failure | undefined): void {
    const effects = next ? announceFailure(next, failure) : [];
    failure = next;
    host.requestUpdate();
    announce(effects);
  }

  function announce(effects: readonly Effect[]): void {
    for (const effect of effects) if (effect.type === 'announce') tell(effect);
  }

  const tell = (announcement: Announcement): void => {
    host.dispatchEvent(eventFor(announcement));
  };

  /** Every answer passes here, whoever on the page has asked for it. */
  const follower: Follower = {
    ids: () => turns.waiting(),
    hear(answers) {
      const date = answers.at(-1)?.date;
      if (date) clock = { date, at: environment.now() };
      list.update(answers.map(({ onboarding }) => onboarding));
      turns.heard(answers.map(({ onboarding }) => onboarding.id));
      asking.heard();
      for (const answer of answers) announceConnection(answer);
    },
    putOff: () => asking.putOff(),
    wake: () => asking.heed(true),
  };

  function announceConnection({ onboarding }: OnboardingAnswer): void {
    const { id, integration_id } = onboarding;
    if (!isConnected(onboarding)) unconnected.add(id);
    else if (unconnected.delete(id))
      tell({
        name: 'integration-connected',
        detail: { integration_id: integration_id ?? '', onboarding_id: id, onboarding, resumed: true },
      });
  }

  function start(): void {
    if (!host.isConnected || isRunning) return;
    isRunning = true;
    try {
      stopFollowing ??= environment.watcherOf(proxyUrl(host)).follow(follower);
    } catch {
      // What is wrong with the attribute is said by the first question.
    }
    signals.listen();
    asking.begin();
  }

  function rest(): void {
    isRunning = false;
    requests.abort();
    requests = new AbortController();
    stopFollowing?.();
    stopFollowing = undefined;
    signals.stop();
    asking.end();
    list.stop();
  }

  const controller: OnboardingsController = {
    list,
    get can() {
      return can;
    },
    get date() {
      return dateNow();
    },
    get failure() {
      return failure;
    },
    hostConnected() {
      if (isConfigured) start();
    },
    /** Moved elements leave and come back within one task; only one that stays away is put to rest. */
    hostDisconnected() {
      queueMicrotask(() => {
        if (!host.isConnected) rest();
      });
    },
    configure() {
      isConfigured = true;
      rest();
      failure = undefined;
      turns.restart();
      list.clear();
      start();
    },
    refresh() {
      turns.restart();
      void loaded(list.reload()).then(() => asking.hasten());
    },
    loadMore() {
      void loaded(list.loadMore());
    },
    loadAll() {
      void loaded(list.loadAll());
    },
    async remove(onboarding, leave) {
      const { signal } = requests;
      const remove = (): void => {
        leave();
        list.remove(onboarding.id);
      };
      try {
        await clientOf(proxyUrl(host)).deleteOnboarding(onboarding.id, signal);
        remove();
        tell({ name: 'onboarding-deleted', detail: { onboarding_id: onboarding.id, onboarding } });
        return undefined;
      } catch (error) {
        const refusal = asFailure(error);
        if (refusal.code === 'not_found') remove();
        else announce(announceFailure(refusal, undefined));
        // It may have been completed in the meantime, and the list does not know it yet.
        if (refusal.code === 'conflict') asking.refresh();
        return refusal;
      }
    },
    async create(proxy, request) {
      try {
        const url = proxyUrl({ proxy });
        const onboarding = await creation.create(clientOf(url), url, request, requests.signal);
        list.add([onboarding]);
        asking.hasten();
        announceConnection({ onboarding, date: undefined });
        tell({ name: 'onboarding-created', detail: { onboarding } });
        return onboarding;
      } catch (error) {
        const failed = asFailure(error);
        announce(announceFailure(failed, undefined));
        return failed;
      }
    },
  };
  host.addController(controller);
  return controller;
}
