import type { Proxy } from '../../src/proxy/index.js';
import type { DistrictRecords } from './district-records.js';

/** What the server knows of a district's connection, in words, or `''`; shown at first and again after the event. */
export type KnownConnection = Record<
  'status' | 'integration' | 'onboarding' | 'startedBy' | 'since' | 'proxy',
  string
>;

const moment = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'medium', timeZone: 'UTC' });

export async function knownConnection(
  district: string,
  records: DistrictRecords,
  proxy: Pick<Proxy, 'connectionOf'>,
): Promise<KnownConnection> {
  const record = records.connectionOf(district);
  const atProxy = await proxy.connectionOf(district);
  return {
    status: record ? 'Connected' : 'Not connected',
    integration: record?.integration_id ?? '',
    onboarding: record?.onboarding_id ?? '',
    startedBy: record?.started_by ?? '',
    since: record ? `${moment.format(new Date(record.connected_at))} UTC` : '',
    proxy: atProxy?.integration_id ?? '',
  };
}
