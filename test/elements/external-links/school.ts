import { fixture, html } from '@open-wc/testing';
import '../../../src/define.js';
import type { Link } from '../../../src/contract/link.js';
import type { ExternalLinksElement } from '../../../src/elements/external-links.js';
import { part, Stage, until } from '../stage.js';

const eventNames = ['link-created', 'link-deleted', 'links-imported', 'connect-error'] as const;

/** A stage with a school behind it, whose list has pages of seven. */
export class School extends Stage {
  readonly heard: { name: string; detail: unknown }[] = [];

  /** The element, with its events recorded, when its list has come. */
  async links(properties: Partial<ExternalLinksElement> = {}): Promise<ExternalLinksElement> {
    const element = document.createElement('external-links');
    Object.assign(element, { proxy: this.proxy, ...properties });
    for (const name of eventNames)
      element.addEventListener(name, (event) =>
        this.heard.push({ name, detail: (event as CustomEvent).detail }),
      );
    await fixture(html`${element}`);
    await until(() => isRead(element));
    return element;
  }

  /** Made-up members with a link each, from member 1001 on. */
  seed(count: number): Promise<void> {
    return this.control('seed-links', count);
  }

  /** Members without a link. */
  members(ids: readonly number[]): Promise<void> {
    return this.control(
      'members',
      ids.map((id) => ({ id, name: `Member ${id}` })),
    );
  }

  addLinks(links: readonly Partial<Link>[]): Promise<Link[]> {
    return this.control('add-links', links);
  }

  atPathwright(): Promise<Link[]> {
    return this.control('links');
  }

  names(): string[] {
    return this.heard.map(({ name }) => name);
  }
}

/** Nothing is under way. */
export const isRead = (element: Element): boolean =>
  !find(element, 'skeleton') && find(element, 'load-more')?.textContent.trim() !== 'Loading…';

export const find = (element: Element, name: string): HTMLElement | null =>
  element.shadowRoot?.querySelector<HTMLElement>(`[part~="${name}"]`) ?? null;

export const findAll = (element: Element, name: string): HTMLElement[] => [
  ...(element.shadowRoot?.querySelectorAll<HTMLElement>(`[part~="${name}"]`) ?? []),
];

export const rowOf = (element: Element, id: number): HTMLElement | null =>
  element.shadowRoot?.querySelector<HTMLElement>(`[data-row="${id}"]`) ?? null;

/** All that can be read or heard in the element, white space aside. */
export const wordsOf = (element: Element): string =>
  (element.shadowRoot?.textContent ?? '').replace(/\s+/g, ' ').trim();

/** What shows something that is loaded when it is needed. */
const late: Record<string, string> = { new: 'form', 'import-open': 'import' };

export async function click(element: ExternalLinksElement, name: string): Promise<void> {
  part(element, name).click();
  await element.updateComplete;
  const awaited = late[name];
  if (awaited) await until(() => find(element, awaited));
}

/** Rows come a few at a time. */
export const isDrawn = (element: Element, count: number): boolean => findAll(element, 'row').length === count;

export async function type(element: ExternalLinksElement, name: string, text: string): Promise<void> {
  const field = part(element, name) as HTMLInputElement;
  field.value = text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  await element.updateComplete;
}

/** Pastes a CSV, and goes on until the review is there. */
export async function review(element: ExternalLinksElement, csv: string): Promise<void> {
  await click(element, 'import-open');
  (part(element, 'import-text') as HTMLTextAreaElement).value = csv;
  part(element, 'import-read').click();
  await until(() => find(element, 'import-other'));
}

/** What the page downloads while `act` runs. */
export async function downloaded(act: () => unknown): Promise<{ name: string; text: string }> {
  const { click: reallyClick } = HTMLAnchorElement.prototype;
  try {
    return await new Promise((resolve, reject) => {
      HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
        const { download: name, href } = this;
        void fetch(href)
          .then((answer) => answer.text())
          .then((text) => resolve({ name, text }), reject);
      };
      act();
    });
  } finally {
    HTMLAnchorElement.prototype.click = reallyClick;
  }
}
