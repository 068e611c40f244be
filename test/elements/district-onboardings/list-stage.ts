import { html, fixture } from '@open-wc/testing';
import type { District, DistrictOnboardingsElement, Provider } from '../../../src/index.js';
import { Stage, until } from '../stage.js';

const eventNames = [
  'integration-connected',
  'onboarding-created',
  'onboarding-deleted',
  'filters-changed',
  'connect-error',
] as const;

export const providers: Provider[] = [
  { id: '035d6dd6-1569-47b2-8ed8-63435be58078', name: 'Canvas' },
  { id: 'a7afa4b5-1e4b-4ac4-a5b9-c1d5d33b8a7e', name: 'Schoology' },
];

interface Setup {
  attributes?: Record<string, string>;
  providers?: Provider[];
  districts?: District[];
}

/** A stage with a list of onboardings on it, for staff. */
export class ListStage extends Stage {
  get districts(): District[] {
    return ['Maple Valley', 'Wichita'].map((name, index) => ({
      name,
      proxy: `/stage/${this.name}/districts/${['maple-valley', 'usd-259'][index] ?? ''}/edlink`,
    }));
  }

  /** The element, with its events recorded, once it has its rows. */
  async list({ attributes = {}, ...properties }: Setup = {}): Promise<DistrictOnboardingsElement> {
    const element = document.createElement('district-onboardings');
    const all = { proxy: this.proxy, 'vendor-name': 'Lessonlake', ...attributes };
    for (const [name, value] of Object.entries(all)) element.setAttribute(name, value);
    Object.assign(element, { providers, ...properties });
    for (const name of eventNames)
      element.addEventListener(name, (event) => {
        this.events.push({ name, detail: (event as CustomEvent<unknown>).detail, state: '' });
      });
    await fixture(html`${element}`);
    await until(() => !element.shadowRoot?.querySelector('[part="skeleton"]'));
    return element;
  }

  /** A district's onboarding, made by staff; answers its id. */
  async invite(tenant: string): Promise<string> {
    const response = await fetch(`/stage/${this.name}/districts/${tenant}/edlink/onboardings`, {
      method: 'POST',
      headers: {
        'X-Requested-With': 'connect-district',
        'Content-Type': 'application/json',
        'Idempotency-Key': crypto.randomUUID(),
      },
      body: '{}',
    });
    return ((await response.json()) as { id: string }).id;
  }
}

export const rowsIn = (element: Element): HTMLElement[] => [
  ...(element.shadowRoot?.querySelectorAll<HTMLElement>('[data-row]') ?? []),
];

export const rowOf = (element: Element, id: string): HTMLElement => {
  const row = rowsIn(element).find(({ dataset }) => dataset['row'] === id);
  if (!row) throw new Error(`no row ${id}`);
  return row;
};

export const inRow = (element: Element, id: string, part: string): HTMLElement => {
  const found = rowOf(element, id).querySelector<HTMLElement>(`[part="${part}"]`);
  if (!found) throw new Error(`no "${part}" in ${rowOf(element, id).innerHTML}`);
  return found;
};

export const type = (element: Element, part: string, text: string): void => {
  const input = element.shadowRoot!.querySelector<HTMLInputElement>(`[part="${part}"]`)!;
  input.value = text;
  input.dispatchEvent(new InputEvent('input', { bubbles: true }));
};

export const shownText = (element: Element): string =>
  (element.shadowRoot?.textContent ?? '').replace(/\s+/g, ' ');
