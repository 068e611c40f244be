import type { LinkRecord } from '../../world.js';
import { notFound } from '../pathwright-error.js';
import { urlWith, type Page } from './page.js';

/** Django REST Framework's `PageNumberPagination`: `?page=2`. */
export function byPageNumber(links: readonly LinkRecord[], url: URL, size: number): Page {
  const last = Math.max(1, Math.ceil(links.length / size));
  const number = readNumber(url.searchParams.get('page'), last);
  return {
    next: number < last ? urlWith(url, { page: number + 1 }) : null,
    // The first page is the one without a number.
    previous: number > 1 ? urlWith(url, { page: number === 2 ? null : number - 1 }) : null,
    rows: links.slice((number - 1) * size, number * size),
  };
}

function readNumber(text: string | null, last: number): number {
  if (!text) return 1;
  const number = /^\d+$/.test(text) ? Number(text) : 0;
  if (number >= 1 && number <= last) return number;
  throw notFound('Invalid page.');
}
