import type { LinkRecord } from '../../world.js';

/** A part of the list, with the absolute URLs of its neighbours. */
export interface Page {
  readonly next: string | null;
  readonly previous: string | null;
  readonly rows: readonly LinkRecord[];
}

/** This page's own URL with other parameters; `null` takes one away. */
export function urlWith(url: URL, parameters: Record<string, string | number | null>): string {
  const other = new URL(url);
  for (const [name, value] of Object.entries(parameters)) {
    if (value === null) other.searchParams.delete(name);
    else other.searchParams.set(name, String(value));
  }
  return other.href;
}
