import type { ConnectDistrictElement } from '../../src/elements/connect-district.js';
import type { StateName } from '../../src/onboarding/state.js';
import type { Context, Page } from './browsers/index.js';
import { patience, until } from './browsers/patience.js';
import type { Host } from './host.js';
import { records, type Heard } from './host/recorder.js';
import type { Person } from './host/session.js';

/** The element as it stands in the page. */
export interface Sight {
  state: StateName | undefined;
  onboarding: string | null;
  integration: string | null;
  error: string | null;
  /** All that can be read in it. */
  text: string;
}

/** Somebody in front of a host's admin page. */
export interface Visitor<Tab = Page> {
  readonly page: Tab;
  readonly see: () => Promise<Sight>;
  /** Waits until the element is in one of these states. */
  readonly reaches: (...states: StateName[]) => Promise<Sight>;
  /** Waits until something else can be seen of it. */
  readonly sees: (what: string, isThere: (sight: Sight) => boolean) => Promise<Sight>;
  /** Clicks what has this CSS part. */
  readonly clicks: (part: string) => Promise<void>;
  /** Comes back to the page from wherever they were. */
  readonly looksAgain: () => Promise<void>;
  /** Changes who is signed in, in this browser, behind the page's back. */
  readonly signIn: (person: Person) => Promise<void>;
  readonly signOut: () => Promise<void>;
  /** The element's events in this tab, also from before a reload. */
  readonly events: () => Promise<Heard[]>;
  /** The names of those that a host acts upon. */
  readonly outcome: () => Promise<string[]>;
  /** What the page itself heard that nobody wants to hear. */
  readonly problems: () => Promise<string[]>;
}

const tag = 'connect-district';
const asides = ['before-connect', 'onboarding-started'];

export async function visit(context: Context, host: Host, person: Person = 'anna'): Promise<Visitor> {
  const page = await context.page(`${host.origin}/sign-in?as=${person}`);
  await page.waitFor(() => document.title === 'Brightwater admin' && document.readyState === 'complete');
  return visitorOf(page);
}

type Visited = Pick<Page, 'evaluate' | 'waitFor' | 'click' | 'bringToFront'>;

export function visitorOf<Tab extends Visited>(page: Tab): Visitor<Tab> {
  // A page that is on its way answers nothing, and Firefox's driver gives up when another tab closes at this moment.
  const see = () => page.waitFor(look, { parameters: [tag] });
  const sees: Visitor['sees'] = async (what, isThere) => {
    const deadline = Date.now() + patience;
    let sight: Sight | undefined;
    do {
      sight = await see();
      if (isThere(sight)) return sight;
      await new Promise((resolve) => setTimeout(resolve, 50));
    } while (Date.now() < deadline);
    throw new Error(`No ${what} within ${patience} ms, but ${JSON.stringify(sight)}`);
  };
  const read = <Entry>(record: string): Promise<Entry[]> =>
    page.waitFor((key) => JSON.parse(sessionStorage.getItem(key) ?? '[]') as Entry[], {
      parameters: [record],
    });
  const events = () => read<Heard>(records.events);
  const request = (path: string): Promise<unknown> => page.evaluate((url) => fetch(url).then(Boolean), path);
  return {
    page,
    see,
    sees,
    reaches: (...states) =>
      sees(`state ${states.join(' or ')}`, ({ state }) => !!state && states.includes(state)),
    async clicks(part) {
      await page.click(`${tag} >> [part~="${part}"]`);
    },
    async looksAgain() {
      // Only Firefox hides a page behind a tab that was opened over it; for the others this is all that happens.
      // Firefox's driver gives up when another tab closes itself at this very moment.
      await until(() => page.bringToFront().then(() => true), 'the page to be in front');
      await page.evaluate(() => {
        window.dispatchEvent(new Event('focus'));
      });
    },
    async signIn(person) {
      await request(`/sign-in?as=${person}`);
    },
    async signOut() {
      await request('/sign-out');
    },
    events,
    outcome: async () => (await events()).map(({ name }) => name).filter((name) => !asides.includes(name)),
    problems: () => read(records.problems),
  };
}

/** Runs in the page. */
function look(tag: string): Sight {
  const element = document.querySelector<ConnectDistrictElement>(tag as 'connect-district');
  return {
    state: element?.state,
    onboarding: element?.onboarding?.id ?? null,
    integration: element?.integrationId ?? null,
    error: element?.error?.code ?? null,
    text: (element?.shadowRoot?.querySelector('[part="panel"]') as HTMLElement | null)?.innerText ?? '',
  };
}
