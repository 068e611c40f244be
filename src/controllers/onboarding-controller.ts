import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { isUuid } from '../contract/uuid.js';
import { BeforeConnectEvent, eventFor } from '../events.js';
import type { Announcement } from '../onboarding/announcement.js';
import { initialState, transition } from '../onboarding/flow.js';
import { withJitter } from '../onboarding/schedule.js';
import type { Effect, FlowState } from '../onboarding/state.js';
import { browserEnvironment, type Environment } from './environment.js';
import type { HeaderSources } from './request-headers.js';
import { Requests, type Happening } from './requests.js';
import { MisconfiguredError, onboardingRequest, onboardUrl, proxyUrl, type Attributes } from './settings.js';

/** The element as the controller sees it. */
export interface OnboardingHost extends ReactiveControllerHost, EventTarget, Attributes, HeaderSources {
  readonly isConnected: boolean;
  readonly onboardingId?: string | undefined;
  /** A few words for the blank tab. */
  readonly openingText: string;
  /** The state has changed; called before the event that tells of it. */
  stateChanged(state: FlowState): void;
}

/** States that a click does not leave: there it opens the page again, or does nothing. */
const underWay: ReadonlySet<string> = new Set([
  'creating',
  'opening',
  'blocked',
  'waiting',
  'started',
  'connected',
]);

/** Runs the flow of one element: turns what happens into events, and effects into deeds. It decides nothing. */
export class OnboardingController implements ReactiveController {
  readonly #host: OnboardingHost;
  readonly #environment: Environment;
  readonly #tab;
  readonly #signals;
  readonly #requests;
  readonly #queue: Happening[] = [];
  #memory: ReturnType<Environment['createMemory']> | undefined;
  #state: FlowState = initialState;
  #timer = 0;
  #isRunning = false;
  #announcedId = '';

  constructor(host: OnboardingHost, environment = browserEnvironment) {
    this.#host = host;
    this.#environment = environment;
    this.#tab = environment.createTab();
    this.#signals = environment.createSignals((signal) => {
      this.#send({ type: 'signal', signal });
    });
    this.#requests = new Requests(host, environment.createClient, (event) => {
      this.#send(event);
    });
    host.addController(this);
  }

  get state(): FlowState {
    return this.#state;
  }

  hostConnected(): void {
    window.addEventListener('pagehide', this.#closeBlankTab);
    this.#updateSignals();
    this.#send({ type: 'resume' });
  }

  /** Moved elements leave and come back within one task; only one that stays away is put to rest. */
  hostDisconnected(): void {
    queueMicrotask(() => {
      if (this.#host.isConnected) return;
      window.removeEventListener('pagehide', this.#closeBlankTab);
      this.#send({ type: 'suspend' });
      this.#signals.stop();
    });
  }

  /** Begins anew with what the host says: connected already, an onboarding to follow, or what is remembered. */
  configure(integrationId: string | undefined): void {
    const { onboardingId } = this.#host;
    // A host that writes back what it was told has said nothing new.
    if (integrationId && this.#state.name === 'connected' && this.#state.integrationId === integrationId) return;
    this.#send({ type: 'reset', forget: false });
    this.#memory = this.#createMemory();
    if (integrationId) this.#send({ type: 'integrated', integrationId });
    else if (onboardingId) this.#follow(onboardingId);
    else this.#recall();
  }

  /** The main action: start, or open the page again. Must run inside a click, or the browser opens no tab. */
  connect(): void {
    if (!underWay.has(this.#state.name) && !this.#host.dispatchEvent(new BeforeConnectEvent())) return;
    this.#check(() => {
      proxyUrl(this.#host);
      onboardUrl(this.#host, '');
      const request = onboardingRequest(this.#host);
      this.#send({ type: 'connect', key: this.#environment.newKey(), request });
    });
  }

  /** The person followed the link to the onboard page. */
  opened(): void {
    this.#send({ type: 'opened' });
  }

  cancel(): void {
    this.#send({ type: 'cancel' });
  }

  reset(): void {
    this.#send({ type: 'reset', forget: true });
  }

  refresh(): void {
    this.#send({ type: 'refresh' });
  }

  /** The onboard page of an id; `undefined` where `onboard-base` cannot be meant. */
  pageOf(id: string): URL | undefined {
    try {
      return onboardUrl(this.#host, id);
    } catch {
      return undefined;
    }
  }

  #follow(id: string): void {
    this.#check(() => {
      if (!isUuid(id)) throw new MisconfiguredError(`The attribute onboarding-id="${id}" is not a UUID.`);
      proxyUrl(this.#host);
      this.#send({ type: 'given', id: id.toLowerCase() });
    });
  }

  #recall(): void {
    const recalled = this.#memory?.recall(this.#environment.date());
    if (!recalled) return;
    this.#check(() => {
      this.#send({ type: 'remembered', ...recalled, request: onboardingRequest(this.#host) });
    });
  }

  #createMemory(): ReturnType<Environment['createMemory']> | undefined {
    const { applicationId = '', providerId = '' } = this.#host;
    try {
      return this.#environment.createMemory(proxyUrl(this.#host).href, applicationId, providerId);
    } catch {
      // Nobody can say yet whose onboarding it would be; the click will say what is wrong.
      return undefined;
    }
  }

  #check(act: () => void): void {
    try {
      act();
    } catch (error) {
      if (!(error instanceof MisconfiguredError)) throw error;
      this.#send({ type: 'misconfigured', message: error.message });
    }
  }

  /** Effects may report at once (a tab that opened): such an event waits until the step before it is done. */
  #send(event: Happening): void {
    this.#queue.push(event);
    if (this.#isRunning) return;
    this.#isRunning = true;
    try {
      for (let next = this.#queue.shift(); next; next = this.#queue.shift()) this.#step(next);
    } finally {
      this.#isRunning = false;
    }
  }

  #step(event: Happening): void {
    const step = transition(this.#state, { ...event, at: this.#environment.now() });
    const hasChanged = step.state !== this.#state;
    this.#state = step.state;
    if (hasChanged) {
      this.#updateSignals();
      this.#host.stateChanged(step.state);
    }
    for (const effect of step.effects) this.#run(effect);
  }

  #updateSignals(): void {
    const state = this.#state;
    const isOver = state.name === 'cancelled' || (state.name === 'connected' && !state.onboarding);
    const isQuiet = (state.name === 'idle' || state.name === 'failed') && !state.following;
    if (isOver || isQuiet || !this.#host.isConnected) this.#signals.stop();
    else this.#signals.listen();
  }

  #run(effect: Effect): void {
    switch (effect.type) {
      case 'open-tab':
        this.#send({ type: 'tab', opened: this.#tab.open(this.#host.openingText) });
        break;
      case 'steer-tab':
        this.#steer(effect.id);
        break;
      case 'open-page':
        if (this.#tab.open(this.#host.openingText)) this.#steer(effect.id);
        else this.#send({ type: 'tab', opened: false });
        break;
      case 'close-tab':
        this.#tab.close();
        break;
      case 'create':
        this.#requests.create(effect);
        break;
      case 'read':
        this.#stopTimer();
        this.#requests.read(effect);
        break;
      case 'delete':
        this.#requests.delete(effect);
        break;
      case 'wait':
        this.#wait(effect.jitter ? withJitter(effect.delay, this.#environment.random()) : effect.delay);
        break;
      case 'rest':
        this.#stopTimer();
        this.#requests.drop();
        break;
      case 'remember':
        this.#memory?.remember(effect.hint, this.#environment.date());
        break;
      case 'forget':
        this.#memory?.forget();
        break;
      case 'announce':
        this.#announce(effect);
        break;
    }
  }

  #steer(id: string): void {
    const page = this.pageOf(id);
    this.#send({ type: 'tab', opened: !!page && this.#tab.steer(page) });
  }

  #announce(announcement: Announcement): void {
    if (announcement.name === 'integration-connected') {
      const { onboarding_id } = announcement.detail;
      if (onboarding_id === this.#announcedId) return;
      this.#announcedId = onboarding_id;
    }
    this.#host.dispatchEvent(eventFor(announcement));
  }

  #wait(delay: number): void {
    this.#stopTimer();
    this.#timer = this.#environment.setTimer(() => {
      this.#send({ type: 'timer' });
    }, delay);
  }

  #stopTimer(): void {
    this.#environment.clearTimer(this.#timer);
  }

  /** The page goes away in the middle of a POST: nobody would ever send its blank tab on. */
  readonly #closeBlankTab = (): void => {
    this.#tab.close();
  };
}
