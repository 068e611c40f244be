import { listCaps } from '../contract/routes.js';
import type {
  OnboardingAnswer,
  OnboardingsAnswer,
  OnboardingsQuery,
  ProxyClient,
} from '../client/proxy-client.js';
import { schedule } from '../onboarding/schedule.js';
import { pageChannel, type Channel, type Message } from './channel.js';
import { inTurn, type InTurn } from './turn.js';

/** Somebody on the page who wants to know what becomes of onboardings. */
export interface Follower {
  /** Those they wait for. Who waits for few is asked for first. */
  ids(): readonly string[];
  /** What anybody on the page was told, of whatever onboardings. */
  hear(answers: readonly OnboardingAnswer[]): void;
  /** Another tab asks at the same proxy; what it is told, nobody here knows. */
  putOff(): void;
  /** Another tab has heard that one of them is completed. Anybody can say so: it is worth a question. */
  wake(): void;
}

/** All questions of a page about the onboardings at one proxy: whoever asks, asks for everybody who waits. */
export interface Watcher {
  /** Returns what ends it. */
  follow(follower: Follower): () => void;
  /**
   * Asks about one onboarding: singly where only one is waited for, else by one list of all that are. Gives `undefined`
   * where another tab is asking at this moment, unless it has to be fresh.
   */
  read(
    client: ProxyClient,
    id: string,
    fresh: boolean,
    signal: AbortSignal,
  ): Promise<OnboardingAnswer | undefined>;
  /** Asks for a page of a list. */
  list(
    client: ProxyClient,
    query: OnboardingsQuery,
    fresh: boolean,
    signal: AbortSignal,
  ): Promise<OnboardingsAnswer>;
}

/** One question for several, under way. */
interface Flight {
  readonly ids: readonly string[];
  readonly fresh: boolean;
  readonly startedAt: number;
  /** `undefined`: it was not a list of these. */
  readonly answers: Promise<readonly OnboardingAnswer[] | undefined>;
}

/** What a bare pass-through proxy may say when it is asked for a list: it forwards single onboardings only. */
const withoutLists = ['not_found', 'not_allowed', 'invalid_request', 'invalid_response', 'misconfigured'];

const answersIn = ({ onboardings, date }: OnboardingsAnswer): OnboardingAnswer[] =>
  onboardings.map((onboarding) => ({ onboarding, date }));

/** What a watcher takes from the browser. */
export interface Surroundings {
  /** Monotonic milliseconds. */
  readonly now: () => number;
  readonly channel: Channel;
  readonly inTurn: InTurn;
}

/** Of tabs: whoever asks says so, and the others put their question off. There is no leader to be missed. */
const asked = 'asked';
const completed = 'completed';

export function createWatcher(proxy: string, { now, channel, inTurn }: Surroundings): Watcher {
  const followers = new Set<Follower>();
  let hasLists = true;
  let flight: Flight | undefined;
  let requests = new AbortController();

  let stopListening: (() => void) | undefined;

  const isWaitedFor = (id: unknown): boolean =>
    [...followers].some((follower) => follower.ids().includes(String(id)));

  function tell(answers: readonly OnboardingAnswer[]): void {
    for (const { onboarding } of answers)
      if (onboarding.state === completed && isWaitedFor(onboarding.id))
        channel.post({ type: completed, id: onboarding.id });
    for (const follower of [...followers]) follower.hear(answers);
  }

  function onMessage({ type, proxy: at, id }: Message): void {
    for (const follower of [...followers])
      if (type === asked && at === proxy) follower.putOff();
      else if (type === completed && follower.ids().includes(String(id))) follower.wake();
  }

  /** The one that is asked about, then those of whoever waits for fewest. */
  const idsFor = (id: string): string[] => {
    const waitedFor = [...followers].map((follower) => follower.ids()).sort((a, b) => a.length - b.length);
    return [...new Set([id, ...waitedFor.flat()])].slice(0, listCaps.ids);
  };

  async function askForAll(
    client: ProxyClient,
    ids: readonly string[],
    fresh: boolean,
  ): Promise<OnboardingAnswer[] | undefined> {
    try {
      const answers = answersIn(await client.listOnboardings({ id: ids }, fresh, requests.signal));
      // A list that says more than it was asked is Edlink's own, behind a proxy that passes everything on.
      if (answers.some(({ onboarding }) => !ids.includes(onboarding.id))) return undefined;
      tell(answers);
      return answers;
    } catch (error) {
      if (withoutLists.includes(String((error as { code?: unknown }).code))) return undefined;
      throw error;
    }
  }

  /** Several signals of one moment are one question; an older one may not know yet what they tell. */
  const isGoodFor = ({ ids, fresh, startedAt }: Flight, id: string, isFresh: boolean): boolean =>
    ids.includes(id) && (!isFresh || (fresh && now() - startedAt < schedule.burst));

  function join(client: ProxyClient, id: string, fresh: boolean): Flight {
    if (flight && isGoodFor(flight, id, fresh)) return flight;
    const ids = idsFor(id);
    const started: Flight = { ids, fresh, startedAt: now(), answers: askForAll(client, ids, fresh) };
    const land = (): void => {
      if (flight === started) flight = undefined;
    };
    started.answers.then(land, land);
    return (flight = started);
  }

  async function ask(
    client: ProxyClient,
    id: string,
    fresh: boolean,
    signal: AbortSignal,
  ): Promise<OnboardingAnswer> {
    channel.post({ type: asked, proxy });
    const isJoint = hasLists && idsFor(id).length > 1;
    const answers = isJoint ? await orAborted(join(client, id, fresh).answers, signal) : [];
    const found = answers?.find(({ onboarding }) => onboarding.id === id);
    if (found) return found;
    // Why a list leaves something out, only its own answer tells.
    const answer = await client.readOnboarding(id, fresh, signal);
    // Single onboardings and no lists: only now is it sure that this is not an outage.
    hasLists &&= !!answers;
    tell([answer]);
    return answer;
  }

  return {
    follow(follower) {
      if (followers.size === 0) stopListening = channel.listen(onMessage);
      followers.add(follower);
      return () => {
        if (!followers.delete(follower) || followers.size > 0) return;
        stopListening?.();
        requests.abort();
        requests = new AbortController();
      };
    },
    read(client, id, fresh, signal) {
      const asking = (): Promise<OnboardingAnswer> => ask(client, id, fresh, signal);
      // A signal is meant for this tab too, and what this page is asking already needs no turn.
      return fresh || (flight && isGoodFor(flight, id, fresh))
        ? asking()
        : inTurn(`connect-district ${proxy}`, asking);
    },
    async list(client, query, fresh, signal) {
      channel.post({ type: asked, proxy });
      const page = await client.listOnboardings(query, fresh, signal);
      tell(answersIn(page));
      return page;
    },
  };
}

/** One who leaves does not end the question of the others. */
const orAborted = <Result>(promise: Promise<Result>, signal: AbortSignal): Promise<Result> =>
  new Promise((resolve, reject) => {
    const leave = (): void => {
      reject(signal.reason as Error);
    };
    signal.addEventListener('abort', leave, { once: true });
    promise.then(resolve, reject).finally(() => {
      signal.removeEventListener('abort', leave);
    });
  });

const watchers = new Map<string, Watcher>();

const surroundings: Surroundings = { now: () => performance.now(), channel: pageChannel, inTurn };

/** The one of this page for a proxy. */
export function watcherOf(proxy: URL): Watcher {
  const { href } = proxy;
  const watcher = watchers.get(href) ?? createWatcher(href, surroundings);
  watchers.set(href, watcher);
  return watcher;
}
