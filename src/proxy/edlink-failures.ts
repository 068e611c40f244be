import { edlinkErrorCode } from '../contract/envelope.js';
import { UpstreamFailure } from './failure.js';
import type { EdlinkOperation } from './edlink-upstream.js';
import type { UpstreamCall } from './upstream-call.js';

type EdlinkCall = UpstreamCall<unknown, EdlinkOperation>;

type Judgement = (call: EdlinkCall) => UpstreamFailure;

const credentials: Judgement = () => new UpstreamFailure('refused', 'upstream_credentials');

/** Only a team verified by Edlink may name a district's team, so with `team_id` that is what was forbidden. */
const permission: Judgement = (call) =>
  call.body && 'team_id' in call.body
    ? new UpstreamFailure('refused', 'not_allowed', { field: 'team_id' })
    : credentials(call);

/** Without an id in the path it is our own team that is not found: a wrong setting, not a wrong request. */
const missing: Judgement = (call) =>
  call.id !== undefined ? new UpstreamFailure('refused', 'not_found') : credentials(call);

const unknownProvider: Judgement = () =>
  new UpstreamFailure('refused', 'invalid_request', {
    field: 'provider_id',
    detail: 'Edlink does not know it',
  });

/** Edlink's cursors are good for two hours, ours that wrap them no longer. */
const oldCursor: Judgement = () =>
  new UpstreamFailure('refused', 'invalid_request', { field: 'cursor', detail: 'start the list again' });

const refused: Judgement = () => new UpstreamFailure('refused', 'upstream_unavailable');
const broken: Judgement = () => new UpstreamFailure('unknown', 'upstream_unavailable');

const byCode = new Map<string, Judgement>([
  ['INVALID_TOKEN', credentials],
  ['EXPIRED_TOKEN', credentials],
  ['NO_PERMISSION', permission],
  ['NOT_FOUND', missing],
  ['UNKNOWN_PROVIDER', unknownProvider],
  ['INVALID_CURSOR', oldCursor],
  ['INTERNAL', broken],
]);

const byStatus = new Map<number, Judgement>([
  [401, credentials],
  [403, permission],
  [404, missing],
]);

/** A time-out, a conflict with ourselves, too early, given up: a creation may be under way behind them. */
const unclear: ReadonlySet<number> = new Set([408, 409, 425, 499]);

/**
 * Edlink's code is judged before the status: the vendor lists nearly every error as HTTP 400, `NOT_FOUND` and
 * `INVALID_TOKEN` too (general conventions, 2022). A 3xx or 5xx says nothing about what has happened.
 */
export function failureOf(status: number, body: unknown, call: EdlinkCall): UpstreamFailure {
  const code = status < 500 ? edlinkErrorCode(body) : undefined;
  const judge =
    byCode.get(code ?? '') ?? byStatus.get(status) ?? (isRefusal(status, call) ? refused : broken);
  return judge(call);
}

const isRefusal = (status: number, { operation }: EdlinkCall): boolean =>
  status >= 400 && status < 500 && !(operation === 'create' && unclear.has(status));
