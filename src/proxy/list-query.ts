import { listCaps, listFilters } from '../contract/routes.js';
import type { Onboarding } from '../contract/onboarding.js';
import { isUuid } from '../contract/uuid.js';
import { invalid } from './failure.js';
import { checkNames } from './query-names.js';

type Filter = (typeof listFilters)[number];

export interface ListQuery {
  filters: Partial<Record<Filter, string>>;
  /** Instead of a page: exactly these. */
  ids: string[];
  limit: number;
  cursor: string | undefined;
}

const single: ReadonlySet<string> = new Set([...listFilters, 'limit', 'cursor']);
const usualLimit = 50;

/** @throws ProxyFailure `invalid_request` naming the parameter. */
export function readListQuery(query: URLSearchParams): ListQuery {
  checkNames(query, single, 'id');
  const ids = readIds(query.getAll('id'));
  const cursor = query.get('cursor') ?? undefined;
  if (cursor !== undefined && ids.length > 0) throw invalid('cursor', 'a list of ids has one page');
  return { filters: readFilters(query), ids, limit: readLimit(query.get('limit')), cursor };
}

function readIds(ids: readonly string[]): string[] {
  if (ids.length > listCaps.ids) throw invalid('id', `at most ${listCaps.ids}`);
  if (!ids.every((id) => isUuid(id))) throw invalid('id', 'must be a UUID');
  return [...new Set(ids.map((id) => id.toLowerCase()))];
}

function readFilters(query: URLSearchParams): ListQuery['filters'] {
  const filters: ListQuery['filters'] = {};
  for (const name of listFilters) {
    const value = query.get(name);
    if (value === null) continue;
    if (name === 'state' ? !/^\w{1,40}$/.test(value) : !isUuid(value)) {
      throw invalid(name, name === 'state' ? 'created, started or completed' : 'must be a UUID');
    }
    filters[name] = name === 'state' ? value : value.toLowerCase();
  }
  return filters;
}

function readLimit(text: string | null): number {
  const limit = text === null ? usualLimit : Number(text);
  if (text !== null && !/^[1-9]\d{0,2}$/.test(text)) throw invalid('limit', 'must be a number above 0');
  if (limit > listCaps.limit) throw invalid('limit', `at most ${listCaps.limit}`);
  return limit;
}

/**
 * Filters are applied here and not passed on: how Edlink takes them is not documented, and a filter it ignored would
 * go unnoticed.
 */
export function matchesFilters(onboarding: Onboarding, filters: ListQuery['filters']): boolean {
  return listFilters.every((name) => filters[name] === undefined || filters[name] === onboarding[name]);
}
