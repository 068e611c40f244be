import * as v from 'valibot';
import { rights, type Right } from '../contract/list-notes.js';
import { ProxyFailure } from './failure.js';
import type { PathParams } from './base-path.js';
import { callHost, hostDeadline } from './host-call.js';

/** A lone surrogate has no UTF-8, so two such names could become one key in a store. */
const name = v.pipe(
  v.string(),
  v.nonEmpty(),
  v.maxLength(256),
  v.check((text) => !/\p{Surrogate}/u.test(text)),
);

export const isName = (text: string): boolean => v.is(name, text);

const grantSchema = v.object({
  tenant: name,
  actor: name,
  scope: v.picklist(['own', 'all']),
  can: v.array(v.picklist(rights)),
});

/**
 * What a caller may do. `tenant` is the account (a district) they act for, `actor` who they are, as the host wants to
 * see it again in `onConnected` and beside the onboarding. `scope: 'all'` is the vendor's own staff: they may read and
 * delete every onboarding of the team.
 */
export type Grant = v.InferOutput<typeof grantSchema>;

export type { Right };

/**
 * Says who is asking. `null` means that nobody is signed in (401). Called on every request, with a
 * request that has no body. There is no default, and anything but a grant fails closed with 500.
 */
export type Authorize = (
  request: Request,
  context: { params: PathParams },
) => Grant | null | Promise<Grant | null>;

/** @throws ProxyFailure `unauthorized`, or `host_not_ready` (500) when `authorize` throws or gives no grant. */
export async function askForGrant(
  authorize: Authorize,
  request: Request,
  params: PathParams,
): Promise<Grant> {
  const answer = await tryAuthorize(authorize, request, params);
  if (answer === null) throw new ProxyFailure('unauthorized');
  const grant = v.safeParse(grantSchema, answer);
  if (!grant.success) throw new ProxyFailure('host_not_ready', { status: 500 });
  return grant.output;
}

async function tryAuthorize(authorize: Authorize, request: Request, params: PathParams): Promise<unknown> {
  try {
    return await callHost(() => authorize(withoutBody(request), { params }), hostDeadline);
  } catch {
    throw new ProxyFailure('host_not_ready', { status: 500 });
  }
}

/** A GET has none, and making a request costs as much as answering one from memory. */
function withoutBody(request: Request): Request {
  const { url, method, headers } = request;
  return method === 'GET' ? request : new Request(url, { method, headers: [...headers] });
}
