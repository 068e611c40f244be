import type { FlowEvent, Effect, Failure } from '../onboarding/state.js';
import type { Environment } from './environment.js';
import { requestHeaders, type HeaderSources } from './request-headers.js';
import { proxyUrl, type Attributes } from './settings.js';

/** An event without its time, which the controller adds. */
export type Happening<Event = FlowEvent> = Event extends FlowEvent ? Omit<Event, 'at'> : never;

type Client = ReturnType<Environment['createClient']>;

/** The flow's requests: each ends in one event, unless it was dropped meanwhile. */
export class Requests {
  readonly #host: Attributes & HeaderSources;
  readonly #createClient: Environment['createClient'];
  readonly #report: (event: Happening) => void;
  #underWay = new AbortController();

  constructor(
    host: Attributes & HeaderSources,
    createClient: Environment['createClient'],
    report: (event: Happening) => void,
  ) {
    this.#host = host;
    this.#createClient = createClient;
    this.#report = report;
  }

  create({ key, request }: Extract<Effect, { type: 'create' }>): void {
    void this.#ask('not-created', async (client, signal) => {
      const { onboarding } = await client.createOnboarding(request, key, signal);
      return { type: 'created', onboarding };
    });
  }

  read({ id, fresh }: Extract<Effect, { type: 'read' }>): void {
    void this.#ask('not-answered', async (client, signal) => {
      const answer = await client.readOnboarding(id, fresh, signal);
      return { type: 'answered', ...answer };
    });
  }

  delete({ id }: Extract<Effect, { type: 'delete' }>): void {
    void this.#ask('not-deleted', async (client, signal) => {
      await client.deleteOnboarding(id, signal);
      return { type: 'deleted' };
    });
  }

  /** Aborts what is under way: neither its answer nor its failure counts any more. */
  drop(): void {
    this.#underWay.abort();
    this.#underWay = new AbortController();
  }

  async #ask(
    failed: 'not-created' | 'not-answered' | 'not-deleted',
    request: (client: Client, signal: AbortSignal) => Promise<Happening>,
  ): Promise<void> {
    const { signal } = this.#underWay;
    let event: Happening;
    try {
      const proxy = proxyUrl(this.#host);
      const headers = (): Promise<Headers> => requestHeaders(this.#host, proxy);
      event = await request(this.#createClient({ proxy, headers }), signal);
    } catch (error) {
      event = { type: failed, failure: asFailure(error) };
    }
    if (!signal.aborted) this.#report(event);
  }
}

/** Our errors carry the contract's codes. Anything else comes from the host's `headers`, and may pass. */
function asFailure(error: unknown): Failure {
  const { code, retryAfter, date } = error as Partial<Failure>;
  return {
    code: code ?? 'network',
    message: error instanceof Error ? error.message : String(error),
    ...(retryAfter !== undefined && { retryAfter }),
    ...(date !== undefined && { date }),
  };
}
