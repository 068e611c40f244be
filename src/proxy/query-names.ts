import { invalid } from './failure.js';

/**
 * A parameter that is ignored would show more than was asked for.
 * @throws ProxyFailure `invalid_request` naming the parameter: one that is unknown, or given twice without being
 * `repeatable`.
 */
export function checkNames(query: URLSearchParams, single: ReadonlySet<string>, repeatable?: string): void {
  for (const name of query.keys()) {
    if (name === repeatable) continue;
    if (!single.has(name)) throw invalid(name, 'not a parameter of this list');
    if (query.getAll(name).length > 1) throw invalid(name, 'give it once');
  }
}
