import type { LinkRequest } from '../../src/index.js';
import type { DistrictRecords } from './district-records.js';
import { members } from './members.js';

/**
 * The links that the vendor proposes to a district's school. Who the members are at Edlink comes with the district's data,
 * so there are none before it is connected.
 */
export function candidatesFor(district: string, records: DistrictRecords): LinkRequest[] {
  if (!records.connectionOf(district)) return [];
  return (members[district] ?? []).map(({ user_id, person_id }) => ({ user_id, external_id: person_id }));
}
