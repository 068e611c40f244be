import type { Onboarding, OnboardingList } from '../contract/onboarding.js';
import { json } from './answers.js';
import { boundedMap } from './bounded-map.js';
import { openCursor, sealCursor } from './cursors.js';
import { ProxyFailure } from './failure.js';
import { matchesFilters, readListQuery, type ListQuery } from './list-query.js';
import type { Caller, Exchange, Parts } from './parts.js';
import { isDeleted, maySee, readRecorded, wantsFresh } from './read-onboarding.js';
import { ifThere } from './reads.js';
import { show } from './shown-onboarding.js';
import type { ReadOptions } from './single-reads.js';
import type { OnboardingRecord } from './store.js';
import type { Trace } from './trace.js';

/** A page of records or of Edlink's list, and where the next begins. */
interface Page {
  onboardings: (Onboarding | undefined)[];
  position?: string | undefined;
}

const readsAtOnce = 4;

/** `GET onboardings`. A tenant's list comes from the store; only the scope `all` pages through the team. */
export async function listOnboardings(parts: Parts, exchange: Exchange): Promise<Response> {
  const query = readListQuery(new URL(exchange.request.url).searchParams);
  const isTeamList = exchange.caller.seesAll && !exchange.caller.isTenantInUrl;
  const context = cursorContext(exchange.caller, isTeamList, query);
  const after = query.cursor === undefined ? undefined : await openCursor(parts.keys, context, query.cursor);
  const page = await readPage(parts, exchange, query, isTeamList, after);
  const list: OnboardingList = {
    $data: page.onboardings
      .filter((one) => one !== undefined)
      .filter((one) => matchesFilters(one, query.filters)),
    ...(page.position !== undefined && { $next: await sealCursor(parts.keys, context, page.position) }),
    $host: { can: exchange.caller.can },
  };
  return json(200, list);
}

/** A cursor is worth nothing to another tenant, with another filter, or in the other kind of list. */
const cursorContext = ({ tenant }: Caller, isTeamList: boolean, { filters }: ListQuery): string =>
  JSON.stringify([isTeamList ? null : tenant, Object.entries(filters)]);

function readPage(
  parts: Parts,
  { caller, trace, request }: Exchange,
  { ids, limit }: ListQuery,
  isTeamList: boolean,
  after: string | undefined,
): Promise<Page> {
  if (ids.length > 0) return readByIds(parts, caller, ids, { fresh: wantsFresh(request), trace });
  const page = { limit, ...(after !== undefined && { after }) };
  return isTeamList ? readTeamPage(parts, page, trace) : readTenantPage(parts, caller.tenant, page, trace);
}

/** Elements of one page ask together, and a signal is meant for each of them: so ids may be read afresh, pages not. */
async function readByIds(
  parts: Parts,
  caller: Caller,
  ids: readonly string[],
  { fresh, trace }: ReadOptions,
): Promise<Page> {
  const onboardings = await boundedMap(ids, readsAtOnce, async (id) => {
    const record = await parts.store.recordOf(id);
    if (!maySee(caller, record)) return undefined;
    return readRow(parts, record, id, { fresh: fresh && !record?.outcome, trace });
  });
  return { onboardings };
}

async function readTenantPage(
  parts: Parts,
  tenant: string,
  page: { limit: number; after?: string },
  trace: Trace,
): Promise<Page> {
  const { records, next } = await parts.store.list({ tenant, ...page });
  const present = records.filter((record) => !isDeleted(record));
  const onboardings = await boundedMap(present, readsAtOnce, (record) =>
    readRow(parts, record, record.onboarding_id as string, { fresh: false, trace }),
  );
  return { onboardings, position: next };
}

async function readTeamPage(
  parts: Parts,
  { limit, after }: { limit: number; after?: string },
  trace: Trace,
): Promise<Page> {
  const cursor = after === undefined ? {} : { cursor: after };
  const page = await parts.teamPages.run(JSON.stringify([limit, after]), () =>
    parts.edlink.list({ first: limit, ...cursor }, trace),
  );
  const onboardings = await boundedMap(page.onboardings, readsAtOnce, async (onboarding) => {
    return showRow(parts, await parts.store.recordOf(onboarding.id), onboarding);
  });
  return { onboardings, position: page.cursor };
}

async function readRow(
  parts: Parts,
  record: OnboardingRecord | null,
  id: string,
  options: ReadOptions,
): Promise<Onboarding | undefined> {
  const onboarding = await ifThere(readRecorded(parts.reads, record, id, options));
  return onboarding && showRow(parts, record, onboarding);
}

/** One that the host could not be told of yet, or that is another tenant's, is left out: the others can be shown. */
async function showRow(
  parts: Parts,
  record: OnboardingRecord | null,
  onboarding: Onboarding,
): Promise<Onboarding | undefined> {
  try {
    return await show(parts, record, onboarding);
  } catch (error) {
    if (error instanceof ProxyFailure) return undefined;
    throw error;
  }
}
