import { idempotencyKeyPattern } from '../contract/routes.js';
import { isUuid } from '../contract/uuid.js';
import type { Hint } from '../onboarding/state.js';

const version = 1;

/** One place of the browser's storage. Anything on the page can write there, so all that comes out is a hint. */
export interface Memory {
  /** The hint and its age in milliseconds. */
  recall(): { hint: Hint; age: number } | undefined;
  remember(hint: Hint): void;
  forget(): void;
}

/** `parts` say whose onboarding it is: the proxy, the application, the provider. */
export function createMemory(...parts: string[]): Memory {
  const place = `connect-district ${parts.join(' ')}`;
  return {
    recall: () => allowed(() => parse(localStorage.getItem(place))),
    remember(hint) {
      allowed(() => {
        localStorage.setItem(place, JSON.stringify({ version, ...hint, at: Date.now() }));
      });
    },
    forget() {
      allowed(() => {
        localStorage.removeItem(place);
      });
    },
  };
}

/** Where storage is blocked or full, the state of the element is all there is, for the life of the page. */
function allowed<Result>(act: () => Result): Result | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}

function parse(text: string | null): { hint: Hint; age: number } | undefined {
  const stored = JSON.parse(text ?? '{}') as Partial<Hint> & { version?: number; at?: number };
  const { key = '', id, at = 0 } = stored;
  const age = Math.max(0, Date.now() - at);
  const isHint = stored.version === version && idempotencyKeyPattern.test(key) && (!id || isUuid(id));
  return isHint ? { hint: id ? { key, id } : { key }, age } : undefined;
}
