import type { LinkRecord } from '../../world.js';
import { urlWith, type Page } from './page.js';

/** Django REST Framework's `LimitOffsetPagination`: `?limit=100&offset=200`. What is no number is ignored. */
export function byLimitAndOffset(links: readonly LinkRecord[], url: URL, size: number): Page {
  const limit = readNumber(url.searchParams.get('limit')) || size;
  const offset = readNumber(url.searchParams.get('offset'));
  const before = offset - limit;
  return {
    next: offset + limit < links.length ? urlWith(url, { limit, offset: offset + limit }) : null,
    previous: offset > 0 ? urlWith(url, { limit, offset: before > 0 ? before : null }) : null,
    rows: links.slice(offset, offset + limit),
  };
}

const readNumber = (text: string | null): number => (text && /^\d+$/.test(text) ? Number(text) : 0);
