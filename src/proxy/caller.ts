import type { PathParams } from './base-path.js';
import { notFound } from './failure.js';
import { isName, type Grant } from './grant.js';
import type { Caller } from './parts.js';

/** Joins what the grant says with the tenant that the URL may name. @throws ProxyFailure `not_found`. */
export function identifyCaller({ tenant, actor, scope, can }: Grant, params: PathParams): Caller {
  const named = params['tenant'];
  const seesAll = scope === 'all';
  if (named !== undefined && (!isName(named) || (named !== tenant && !seesAll))) throw notFound();
  return { tenant: named ?? tenant, actor, can, seesAll, isTenantInUrl: named !== undefined };
}
