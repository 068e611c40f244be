import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { ProxyClient } from '../client/proxy-client.js';
import { BeforeConnectEvent, eventFor } from '../events.js';
import { canStart, initialState, transition } from '../onboarding/flow.js';
import { withJitter } from '../onboarding/schedule.js';
import type { Effect, FlowEvent, FlowState } from '../onboarding/state.js';
import { browserEnvironment, type Environment } from './environment.js';
import { asFailure } from './failure.js';
import type { Memory } from './memory.js';
import { requestHeaders, type HeaderSources } from './request-headers.js';
import {
  MisconfiguredError,
  onboardingRequest,
  onboardUrl,
  proxyUrl,
  uuidOf,
  type Attributes,
} from './settings.js';
import type { Follower } from './watcher.js';

/** The element as the controller sees it. */
export interface OnboardingHost extends ReactiveControllerHost, EventTarget, Attributes, HeaderSources {
  readonly isConnected: boolean;
  readonly onboardingId?: string | undefined;
  /** A few words for the blank tab. */
  readonly openingText: string;
  /** The state has changed; called before the event that tells of it. */
  stateChanged(): void;
}

/** An event without its time, which the controller adds. */
type Happening<Event = FlowEvent> = Event extends FlowEvent ? Omit<Event, 'at'> : never;

/** What the element may do with the flow. */
export interface OnboardingController extends ReactiveController {
  readonly state: FlowState;
  /** Begins anew with what the host says: connected already, an onboarding to follow, or what is remembered. */
  configure(integrationId: string | undefined): void;
  /** The main action: start, or open the page again. Must run inside a click, or the browser opens no tab. */
  connect(): void;
  send(event: Happening): void;
}

/**
 * Runs the flow of one element: turns what happens into events, and effects into deeds. It decides nothing.
 * A closure and not a class, because a minifier shortens variables and not members.
 */
export function createOnboardingController(
  host: OnboardingHost,
  environment: Environment = browserEnvironment,
): OnboardingController {
  const tab = environment.createOnboardTab();
  const signals = environment.createSignals((returned) => {
    send({ type: 'signal', returned });
  });
  const queue: Happening[] = [];
  let state: FlowState = initialState;
  let memory: Memory | undefined;
  let requests = new AbortController();
  let timer = 0;
  let announcedId = '';
  let stopFollowing: (() => void) | undefined;

  /** Effects may report at once (a tab that opened): such an event waits until the step before it is done. */
  function send(event: Happening): void {
    if (queue.push(event) > 1) return;
    try {
      for (let next; (next = queue[0]); queue.shift()) take(next);
    } finally {
      queue.length = 0;
    }
  }

  function take(event: Happening): void {
    const before = state;
    const next = transition(before, { ...event, at: environment.now() });
    state = next.state;
    if (state !== before) {
      updateSignals();
      host.stateChanged();
    }
    for (const effect of next.effects) run(effect);
  }

  function run(effect: Effect): void {
    switch (effect.type) {
      case 'open-tab':
        reportTab(tab.open(host.openingText));
        break;
      case 'steer-tab':
        reportTab(tab.steer(onboardUrl(host, effect.id)));
        break;
      case 'open-page':
        reportTab(tab.open(host.openingText) && tab.steer(onboardUrl(host, effect.id)));
        break;
      case 'close-tab':
        tab.close();
        break;
      case 'create':
        void request('not-created', async (client, signal) => {
          const { onboarding } = await client.createOnboarding(effect.request, effect.key, signal);
          return { type: 'created', onboarding };
        });
        break;
      case 'read':
        environment.clearTimer(timer);
        void request('not-answered', async (client, signal, proxy) => {
          const answer = await environment.watcherOf(proxy).read(client, effect.id, effect.fresh, signal);
          return answer ? { type: 'answered', ...answer } : { type: 'put-off' };
        });
        break;
      case 'delete':
        void request('not-deleted', async (client, signal) => {
          await client.deleteOnboarding(effect.id, signal);
          return { type: 'deleted' };
        });
        break;
      case 'wait':
        environment.clearTimer(timer);
        timer = environment.setTimer(onTimer, withJitter(effect.delay, environment.random()));
        break;
      case 'rest':
        environment.clearTimer(timer);
        requests.abort();
        requests = new AbortController();
        break;
      case 'remember':
        memory?.remember(effect.hint);
        break;
      case 'forget':
        memory?.forget();
        break;
      case 'announce':
        announce(effect);
        break;
    }
  }

  function reportTab(opened: boolean): void {
    send({ type: 'tab', opened });
  }

  const onTimer = (): void => {
    send({ type: 'timer' });
  };

  /** One request, one event; but what was put to rest meanwhile is over, and neither answer nor failure counts. */
  async function request(
    failed: 'not-created' | 'not-answered' | 'not-deleted',
    act: (client: ProxyClient, signal: AbortSignal, proxy: URL) => Promise<Happening>,
  ): Promise<void> {
    const { signal } = requests;
    let event: Happening;
    try {
      const proxy = proxyUrl(host);
      const headers = (): Promise<Headers> => requestHeaders(host, proxy);
      event = await act(environment.createProxyClient({ proxy, headers }), signal, proxy);
    } catch (error) {
      event = { type: failed, failure: asFailure(error) };
    }
    if (!signal.aborted) send(event);
  }

  /** A host that follows an onboarding twice is told of its end once. */
  function announce(announcement: Extract<Effect, { type: 'announce' }>): void {
    if (announcement.name === 'integration-connected') {
      const { onboarding_id } = announcement.detail;
      if (onboarding_id === announcedId) return;
      announcedId = onboarding_id;
    }
    host.dispatchEvent(eventFor(announcement));
  }

  /** What others on the page are told is news here too. */
  const follower: Follower = {
    ids: () => ('asking' in state ? [state.id] : []),
    hear(answers) {
      for (const answer of answers)
        if ('asking' in state && answer.onboarding.id === state.id) send({ type: 'heard', ...answer });
    },
    putOff() {
      if (!('asking' in state && state.asking)) send({ type: 'put-off' });
    },
    wake() {
      send({ type: 'signal', returned: true });
    },
  };

  /** Only who follows an onboarding, or has just seen it end, listens and answers the return page. */
  function updateSignals(): void {
    const isListening =
      state.name === 'creating' || 'asking' in state || ('onboarding' in state && state.onboarding);
    if (isListening && host.isConnected) signals.listen();
    else signals.stop();
    if (!('asking' in state && host.isConnected)) {
      stopFollowing?.();
      stopFollowing = undefined;
    } else if (!stopFollowing)
      whenConfigured(() => {
        stopFollowing = environment.watcherOf(proxyUrl(host)).follow(follower);
      });
  }

  function whenConfigured(act: () => void): void {
    try {
      act();
    } catch (error) {
      if (!(error instanceof MisconfiguredError)) throw error;
      send({ type: 'misconfigured', message: error.message });
    }
  }

  /** The page goes away in the middle of a POST: nobody would ever send its blank tab on. */
  const closeBlankTab = (): void => {
    tab.close();
  };

  const controller: OnboardingController = {
    get state() {
      return state;
    },
    hostConnected() {
      window.addEventListener('pagehide', closeBlankTab);
      updateSignals();
      send({ type: 'resume' });
    },
    /** Moved elements leave and come back within one task; only one that stays away is put to rest. */
    hostDisconnected() {
      queueMicrotask(() => {
        if (host.isConnected) return;
        window.removeEventListener('pagehide', closeBlankTab);
        send({ type: 'suspend' });
        updateSignals();
      });
    },
    configure(integrationId) {
      const { onboardingId, applicationId = '', providerId = '' } = host;
      // A host that writes back what it was told has said nothing new.
      if (integrationId && state.name === 'connected' && state.integrationId === integrationId) return;
      send({ type: 'reset', forget: false });
      memory = undefined;
      if (integrationId) send({ type: 'integrated', integrationId });
      else if (onboardingId || host.proxy)
        whenConfigured(() => {
          memory = environment.createMemory(proxyUrl(host).href, applicationId, providerId);
          const recalled = !onboardingId && memory.recall();
          if (onboardingId) send({ type: 'given', id: uuidOf('onboarding-id', onboardingId) });
          else if (recalled) send({ type: 'remembered', ...recalled, request: onboardingRequest(host) });
        });
    },
    connect() {
      if (canStart(state) && !host.dispatchEvent(new BeforeConnectEvent())) return;
      whenConfigured(() => {
        proxyUrl(host);
        onboardUrl(host, '');
        send({ type: 'connect', key: environment.newKey(), request: onboardingRequest(host) });
      });
    },
    send,
  };
  host.addController(controller);
  return controller;
}
