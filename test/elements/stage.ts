import { html, fixture } from '@open-wc/testing';
import '../../src/define.js';
import type { Onboarding } from '../../src/contract/onboarding.js';
import type { ConnectDistrictElement } from '../../src/elements/connect-district.js';

/** All that the element tells. */
export const eventNames = [
  'before-connect',
  'onboarding-created',
  'onboarding-started',
  'integration-connected',
  'onboarding-incomplete',
  'onboarding-expired',
  'onboarding-cancelled',
  'connect-error',
] as const;

interface SeenRequest {
  method: string;
  path: string;
  headers: Record<string, string>;
  body: string;
}

/** One test's own proxy and simulator, behind the test server. */
export class Stage {
  readonly name = crypto.randomUUID();
  readonly proxy = `/stage/${this.name}/edlink`;
  readonly onboardBase = `${location.origin}/stage/${this.name}/onboard/`;
  readonly events: { name: string; detail: unknown; state: string }[] = [];
  readonly tabs: FakeTab[] = [];

  /** The element, with its events recorded. */
  async element(attributes: Record<string, string> = {}): Promise<ConnectDistrictElement> {
    const element = document.createElement('connect-district');
    const all = {
      proxy: this.proxy,
      'onboard-base': this.onboardBase,
      'vendor-name': 'Lessonlake',
      ...attributes,
    };
    for (const [name, value] of Object.entries(all)) element.setAttribute(name, value);
    for (const name of eventNames)
      element.addEventListener(name, (event) => {
        const { detail } = event as CustomEvent<unknown>;
        this.events.push({ name, detail, state: element.state });
      });
    await fixture(html`${element}`);
    return element;
  }

  get told(): string[] {
    return this.events.map(({ name }) => name);
  }

  async control<Result>(order: string, given?: unknown): Promise<Result> {
    const init = given === undefined ? {} : { method: 'POST', body: JSON.stringify(given) };
    return (await fetch(`/stage/${this.name}/control/${order}`, init)).json() as Promise<Result>;
  }

  /** Staff are signed in, with all districts in view. */
  async staff(session: { can?: string[] } = {}): Promise<void> {
    await this.control('staff', session);
  }

  /** So many onboardings are made in Edlink itself. */
  async make(count: number): Promise<void> {
    await this.control('make', count);
  }

  async signIn(tenant: string | null): Promise<void> {
    await this.control('session', tenant);
  }

  /** The next `times` requests of the element get this answer; a status of 0 only delays the real one. */
  async interfere(
    status: number,
    rest: { body?: string; headers?: object; delay?: number; times?: number; isEndless?: boolean } = {},
  ) {
    await this.control('interfere', { status, times: 1, ...rest });
  }

  async requests(method?: string): Promise<SeenRequest[]> {
    const all = await this.control<SeenRequest[]>('requests');
    return method ? all.filter((request) => request.method === method) : all;
  }

  onboardings(): Promise<{ id: string; state: string; deletedAt?: unknown }[]> {
    return this.control('onboardings');
  }

  /** Somebody opens the onboard page. */
  async visit(id: string): Promise<void> {
    await fetch(this.onboardBase + id);
  }

  async complete(id: string, how: { integration?: boolean } = {}): Promise<void> {
    const url = `/stage/${this.name}/__simulator/onboardings/${id}/complete`;
    await fetch(url, { method: 'POST', body: JSON.stringify(how) });
  }

  /** The next answer says that this one is completed, and whose system it is. */
  async completeAs(
    onboarding: Onboarding | null,
    integration: Record<string, string | null>,
    automatic_approval = false,
  ): Promise<void> {
    const integration_id = crypto.randomUUID();
    const completed = { ...onboarding, state: 'completed', integration_id, automatic_approval };
    await this.interfere(200, { body: JSON.stringify({ ...completed, $host: { integration } }) });
  }

  /** A page cannot open real tabs without a real click, so `window.open` is answered here; e2e has the real ones. */
  answerOpen(blocked = false): void {
    window.open = () => {
      if (blocked) return null;
      const tab = new FakeTab();
      this.tabs.push(tab);
      return tab as unknown as Window;
    };
  }
}

export class FakeTab {
  opener: unknown = window;
  closed = false;
  readonly document = document.implementation.createHTMLDocument();
  readonly location = { href: 'about:blank' };
  close(): void {
    this.closed = true;
  }
}

const realOpen = window.open;

afterEach(() => {
  window.open = realOpen;
  localStorage.clear();
});

export const part = (element: Element, name: string): HTMLElement => {
  const found = element.shadowRoot?.querySelector<HTMLElement>(`[part~="${name}"]`);
  if (!found) throw new Error(`no part "${name}" in ${element.shadowRoot?.innerHTML ?? 'nothing'}`);
  return found;
};

export const textOf = (element: Element): string =>
  (element.shadowRoot?.querySelector('.panel')?.textContent ?? '').replace(/\s+/g, ' ').trim();

/** Waits for a condition, not for a time. */
export async function until(isTrue: () => unknown, what = isTrue.toString()): Promise<void> {
  const deadline = performance.now() + 20_000;
  while (!(await isTrue())) {
    if (performance.now() > deadline) throw new Error(`still not: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
