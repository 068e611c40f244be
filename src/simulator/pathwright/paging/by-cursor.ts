import type { LinkRecord } from '../../world.js';
import { notFound } from '../pathwright-error.js';
import { urlWith, type Page } from './page.js';

interface Cursor {
  readonly position: number;
  readonly reverse: boolean;
}

/** Like Django REST Framework's `CursorPagination`, `?cursor=cD0yMDA%3D`, but with the documented `count`. */
export function byCursor(links: readonly LinkRecord[], url: URL, size: number): Page {
  const { position, reverse } = readCursor(url.searchParams.get('cursor'));
  const rest = links.filter(({ id }) => (reverse ? id < position : id > position));
  const rows = reverse ? rest.slice(-size) : rest.slice(0, size);
  const [first, last] = [rows[0], rows.at(-1)];
  const neighbour = (beside: LinkRecord | undefined, end: LinkRecord | undefined, reverse: boolean) =>
    !beside || beside === end ? null : urlWith(url, { cursor: encode({ position: beside.id, reverse }) });
  return {
    next: neighbour(last, links.at(-1), false),
    previous: neighbour(first, links[0], true),
    rows,
  };
}

const encode = ({ position, reverse }: Cursor): string => btoa(`${reverse ? 'r=1&' : ''}p=${position}`);

function readCursor(text: string | null): Cursor {
  if (text === null) return { position: 0, reverse: false };
  const found = /^(?<reverse>r=1&)?p=(?<position>\d+)$/.exec(decode(text))?.groups;
  if (!found) throw notFound('Invalid cursor');
  return { position: Number(found.position), reverse: found.reverse !== undefined };
}

function decode(text: string): string {
  try {
    return atob(text);
  } catch {
    return '';
  }
}
