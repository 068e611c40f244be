import { idempotencyKeyPattern } from '../contract/routes.js';
import { isUuid } from '../contract/uuid.js';
import type { Hint } from '../onboarding/state.js';

const version = 1;

/** A hint this old leads nowhere: links live for days. */
const oldestHint = 30 * 24 * 60 * 60_000;

/** Where the browser keeps nothing for us (blocked, full, private), hints live as long as the page. */
const ofThisPage = new Map<string, string>();

interface Stored extends Hint {
  readonly version: number;
  /** Milliseconds since 1970, by this browser's clock. */
  readonly at: number;
}

/** One place of the browser's storage. Anything on the page can write there, so all that comes out is a hint. */
export class Memory {
  readonly #place: string;

  /** `parts` say whose onboarding it is: the proxy, the application, the provider. */
  constructor(...parts: string[]) {
    this.#place = `connect-district ${parts.join(' ')}`;
  }

  /** The hint and its age in milliseconds. */
  recall(now: number): { hint: Hint; age: number } | undefined {
    const stored = parse(this.#read());
    if (!stored || now - stored.at > oldestHint) return undefined;
    const { key, id } = stored;
    return { hint: id ? { key, id } : { key }, age: Math.max(0, now - stored.at) };
  }

  remember(hint: Hint, now: number): void {
    const text = JSON.stringify({ version, ...hint, at: now });
    ofThisPage.set(this.#place, text);
    try {
      localStorage.setItem(this.#place, text);
    } catch {
      // Kept for this page.
    }
  }

  forget(): void {
    ofThisPage.delete(this.#place);
    try {
      localStorage.removeItem(this.#place);
    } catch {
      // There was nothing.
    }
  }

  #read(): string | null {
    try {
      return localStorage.getItem(this.#place) ?? ofThisPage.get(this.#place) ?? null;
    } catch {
      return ofThisPage.get(this.#place) ?? null;
    }
  }
}

function parse(text: string | null): Stored | undefined {
  try {
    const stored = JSON.parse(text ?? '') as Partial<Stored> | null;
    const isOurs = stored?.version === version && typeof stored.at === 'number';
    const isKey = idempotencyKeyPattern.test(String(stored?.key));
    const isId = stored?.id === undefined || isUuid(String(stored.id));
    return isOurs && isKey && isId ? (stored as Stored) : undefined;
  } catch {
    return undefined;
  }
}
