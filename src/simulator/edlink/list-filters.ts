import * as v from 'valibot';
import { listFilters } from '../../contract/routes.js';
import type { SimulatorSettings } from '../settings-schema.js';
import type { OnboardingRecord } from '../world.js';
import { EdlinkError } from './edlink-error.js';
import { reportedState, shownIntegrationId } from './onboarding-json.js';

type Field = (typeof listFilters)[number];
type Wanted = readonly [field: Field, value: string];

const condition = v.object({ operator: v.literal('equals'), value: v.string() });
const conditions = v.optional(v.array(condition), []);
const filterSchema = v.pipe(
  v.string(),
  v.parseJson(),
  v.strictObject(v.entriesFromList(listFilters, conditions)),
);

/** Reads the list's filters in the form that is switched on; the other form is ignored, as an unknown parameter is. */
export function readFilters(settings: SimulatorSettings, query: URLSearchParams) {
  const wanted = settings.listFilters === 'filter' ? readFilterObject(query) : readPlain(query);
  return (record: OnboardingRecord): boolean =>
    wanted.every(([field, value]) => shownValue(settings, record, field) === value.toLowerCase());
}

function readFilterObject(query: URLSearchParams): Wanted[] {
  const text = query.get('$filter');
  if (text === null) return [];
  const filter = v.safeParse(filterSchema, text);
  if (!filter.success) throw new EdlinkError('UNKNOWN', 'The $filter could not be understood.');
  return listFilters.flatMap((field) => filter.output[field].map(({ value }): Wanted => [field, value]));
}

const readPlain = (query: URLSearchParams): Wanted[] =>
  listFilters.flatMap((field) => query.getAll(field).map((value): Wanted => [field, value]));

function shownValue(settings: SimulatorSettings, record: OnboardingRecord, field: Field): string | null {
  if (field === 'state') return reportedState(settings, record);
  return field === 'integration_id' ? shownIntegrationId(settings, record) : record[field];
}
