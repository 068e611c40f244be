import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { createLinksClient, type LinksClient } from '../client/links-client.js';
import type { Link, LinkRequest } from '../contract/link.js';
import { eventFor } from '../events.js';
import type { LinkAnnouncements } from '../links/announcement.js';
import { verdicts } from '../links/verdicts.js';
import type { Failure } from '../onboarding/state.js';
import { asFailure } from './failure.js';
import { createPagedList, type ListStatus } from './paged-list.js';
import { requestHeaders, type HeaderSources } from './request-headers.js';
import { proxyUrl } from './settings.js';

/** The element as its controllers see it. */
export interface LinksHost extends ReactiveControllerHost, EventTarget, HeaderSources {
  readonly isConnected: boolean;
  readonly proxy: string;
}

/** What the controllers take from the world around them: a test passes its own. */
export const linksEnvironment = {
  createLinksClient,
  wait: (delay: number, signal: AbortSignal): Promise<void> =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(resolve, delay);
      signal.addEventListener('abort', () => {
        clearTimeout(timer);
        reject(signal.reason as Error);
      });
    }),
};

export type LinksEnvironment = typeof linksEnvironment;

/** The school's links as far as they are loaded, and what can be done with them. */
export interface LinksController extends ReactiveController {
  /** The same array until something in it changes. */
  readonly links: readonly Link[];
  readonly status: ListStatus;
  /** Why the list could not be read. */
  readonly failure: Failure | undefined;
  /** How many there are, as Pathwright says. */
  readonly count: number;
  /** How many have been read since the list was begun. */
  readonly readCount: number;
  /** Whether adding and removing is offered: until a proxy says otherwise, by its list or by a refusal. */
  readonly canWrite: boolean;
  /** Begins anew with what the host says. */
  configure(): void;
  reload(): Promise<void>;
  loadMore(): Promise<void>;
  loadAll(): Promise<void>;
  /** Every link, read anew from the first page on. Throws what it met. */
  readonly readAll: (signal?: AbortSignal) => Promise<readonly Link[]>;
  /** Throws what it met. */
  readonly create: (request: LinkRequest, signal: AbortSignal) => Promise<Link>;
  /** Gives why it could not be removed; `gone` is told before it leaves the list. */
  remove(link: Link, gone: () => void): Promise<Failure | undefined>;
  /** A link that was made, for the list and for the page. */
  tellCreated(link: Link): void;
  tell<Name extends keyof LinkAnnouncements>(name: Name, detail: LinkAnnouncements[Name]): void;
  tellFailure(failure: Failure): void;
}

/** Milliseconds to wait after a 429 that does not say how long. */
const defaultWait = 10_000;

export function createLinksController(
  host: LinksHost,
  environment: LinksEnvironment = linksEnvironment,
): LinksController {
  let count = 0;
  let readCount = 0;
  let rights: readonly string[] | undefined;
  let isWritingRefused = false;
  let isConfigured = false;
  let requests = new AbortController();

  const list = createPagedList<Link, number>({
    async readPage(cursor, signal) {
      const page = await client().listLinks(cursor, signal);
      count = page.count;
      readCount = page.results.length + (cursor === undefined ? 0 : readCount);
      rights = page.$host?.can ?? undefined;
      return { rows: page.results, next: page.next ?? undefined };
    },
    idOf: ({ id }) => id,
    changed: () => host.requestUpdate(),
  });

  function client(): LinksClient {
    const proxy = proxyUrl(host);
    return environment.createLinksClient({ proxy, headers: () => requestHeaders(host, proxy) });
  }

  const failure = (): Failure | undefined => (list.status === 'failed' ? asFailure(list.error) : undefined);

  async function told(reading: Promise<void>): Promise<void> {
    await reading;
    const met = failure();
    if (met) tellFailure(met);
  }

  async function readAll(wanted = requests.signal): Promise<readonly Link[]> {
    const signal = AbortSignal.any([wanted, requests.signal]);
    const stop = (): void => list.stop();
    signal.addEventListener('abort', stop);
    try {
      await readOnce(signal).catch((error: unknown) =>
        isMoved(asFailure(error)) ? readOnce(signal) : thrown(error),
      );
      // Whoever deletes a link meanwhile moves those behind it to pages that were read already.
      if (list.rows.length < count) await readOnce(signal);
      return list.rows;
    } finally {
      signal.removeEventListener('abort', stop);
    }
  }

  async function readOnce(signal: AbortSignal): Promise<void> {
    void list.reload();
    do {
      await list.loadAll();
      signal.throwIfAborted();
      const met = failure();
      if (met?.code === 'rate_limited') await environment.wait(met.retryAfter ?? defaultWait, signal);
      else if (met) throw list.error;
    } while (list.status !== 'complete');
  }

  /** Who is refused once is offered nothing more that would be refused. */
  async function writing<Result>(write: (client: LinksClient) => Promise<Result>): Promise<Result> {
    try {
      return await write(client());
    } catch (error) {
      isWritingRefused ||= asFailure(error).code === 'forbidden';
      throw error;
    }
  }

  /** What was refused is still there; of what was lost, or not found, only the list can tell. */
  async function isGone({ id }: Link, { code }: Failure): Promise<boolean> {
    if (code !== 'not_found' && verdicts[code] !== 'unknown') return false;
    await list.reload();
    return list.status !== 'failed' && list.rows.every((row) => row.id !== id);
  }

  function takeAway(link: Link): void {
    list.remove(link.id);
    count--;
    controller.tell('link-deleted', { link });
    // Pages are counted from the beginning: the first row of the next one has moved to where we have been.
    if (list.status !== 'complete') void list.reload();
  }

  function tellFailure({ code, message }: Failure): void {
    const retryable = passing.includes(verdicts[code]) || code === 'unauthorized';
    host.dispatchEvent(eventFor({ name: 'connect-error', detail: { code, message, retryable } }));
  }

  /** Whoever had to sign in again, elsewhere, comes back to this page. */
  function onReturn(): void {
    if (document.visibilityState === 'visible' && failure()?.code === 'unauthorized') void list.loadMore();
  }

  const controller: LinksController = {
    get links() {
      return list.rows;
    },
    get status() {
      return list.status;
    },
    get failure() {
      return failure();
    },
    get count() {
      return count;
    },
    get readCount() {
      return readCount;
    },
    get canWrite() {
      return !isWritingRefused && (rights?.includes('links:write') ?? true);
    },
    hostConnected() {
      document.addEventListener('visibilitychange', onReturn);
      // What was read half way when the element left the page.
      if (isConfigured && list.status === 'empty') void told(list.begin());
    },
    /** Moved elements leave and come back within one task; only one that stays away is put to rest. */
    hostDisconnected() {
      document.removeEventListener('visibilitychange', onReturn);
      queueMicrotask(() => {
        if (host.isConnected) return;
        list.stop();
        requests.abort();
        requests = new AbortController();
      });
    },
    configure() {
      count = 0;
      rights = undefined;
      isWritingRefused = false;
      isConfigured = true;
      void told(list.begin());
    },
    reload: () => told(list.reload()),
    loadMore: () => told(isMoved(failure()) ? list.reload() : list.loadMore()),
    loadAll: () => told(list.loadAll()),
    readAll,
    create: (request, signal) => writing((client) => client.createLink(request, signal)),
    async remove(link, gone) {
      const { signal } = requests;
      try {
        await writing((client) => client.deleteLink(link.id, signal));
      } catch (error) {
        const met = asFailure(error);
        if (signal.aborted) return undefined;
        if (!(await isGone(link, met))) {
          tellFailure(met);
          return met;
        }
      }
      gone();
      takeAway(link);
      return undefined;
    },
    tellCreated(link) {
      if (list.rows.every(({ id }) => id !== link.id)) count++;
      list.add([link]);
      controller.tell('link-created', { link });
    },
    tell(name, detail) {
      host.dispatchEvent(eventFor({ name, detail } as Parameters<typeof eventFor>[0]));
    },
    tellFailure,
  };
  host.addController(controller);
  return controller;
}

/** A page that is no more, because links were deleted: the list has to be read from its beginning. */
const isMoved = (failure: Failure | undefined): boolean => failure?.field === 'cursor';

const thrown = (error: unknown): never => {
  throw error;
};

const passing: readonly string[] = ['later', 'unknown'];
