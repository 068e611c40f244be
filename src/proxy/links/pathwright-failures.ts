import type { RefusalCode } from '../../contract/refusals.js';
import { UpstreamFailure, type FailureNotes } from '../failure.js';
import type { UpstreamCall } from '../upstream-call.js';
import type { PathwrightOperation } from './pathwright-upstream.js';

type PathwrightCall = UpstreamCall<unknown, PathwrightOperation>;

const refused = (code: RefusalCode, notes?: FailureNotes): UpstreamFailure =>
  new UpstreamFailure('refused', code, notes);

/**
 * Pathwright's errors are in all likelihood Django REST Framework's: `{"detail"}`, or texts under the names of fields.
 * The texts are for people and in any language; only the names are read. 401 and 403 are about the token, 404 without an
 * id about the school.
 */
export function failureOf(status: number, body: unknown, call: PathwrightCall): UpstreamFailure {
  if (status === 401 || status === 403) return refused('upstream_credentials');
  if (status === 404 || status === 400) return judge[call.operation](status, body, call);
  if (status === 409 && call.operation === 'createLink') return refused('conflict');
  // A time-out, too early, given up: a creation may be under way behind them. A 3xx or 5xx says nothing at all.
  const isRefusal = status > 400 && status < 500 && ![408, 425, 499].includes(status);
  return new UpstreamFailure(isRefusal ? 'refused' : 'unknown', 'upstream_unavailable');
}

type Judgement = (status: number, body: unknown, call: PathwrightCall) => UpstreamFailure;

const judge: Record<PathwrightOperation, Judgement> = {
  // A page that is no more, because links were deleted meanwhile.
  listLinks: (status, _, { query }) =>
    query === undefined
      ? refused(status === 404 ? 'upstream_credentials' : 'upstream_unavailable')
      : refused('invalid_request', { field: 'cursor', detail: 'start the list again' }),
  createLink: (status, body) => (status === 404 ? refused('upstream_credentials') : judgeFields(body)),
  // 400 may be the refusal of a SAML2 link; only the list can tell (`refused-deletion.ts`).
  deleteLink: (status) => refused(status === 404 ? 'not_found' : 'upstream_unavailable'),
};

/** Which field is to blame; both together are when the member has this identity already. */
function judgeFields(body: unknown): UpstreamFailure {
  const names = typeof body === 'object' && body !== null ? Object.keys(body) : [];
  if (names.includes('external_id')) return refused('invalid_request', { field: 'external_id' });
  if (names.includes('user_id') || names.includes('user')) {
    return refused('invalid_request', { field: 'user_id' });
  }
  return refused(names.includes('non_field_errors') ? 'conflict' : 'invalid_request');
}
