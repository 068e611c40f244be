import { callHost } from './host-call.js';
import { Memory } from './memory.js';
import type { ProxyOptions } from './options.js';

/** The tenant's name for display; nothing rather than a failed request, or a long wait. */
export type DescribeDistrict = (tenant: string) => Promise<string | undefined>;

/** Milliseconds that a text is remembered, that none is, and that somebody waits for it: once, not for every row. */
const remembered = 60_000;
const failed = 5_000;
const longestWait = 2_000;

export function createDescriptions(
  describeTenant: ProxyOptions['describeTenant'],
  now: () => number,
): DescribeDistrict {
  if (!describeTenant) return () => Promise.resolve(undefined);
  const districts = new Memory<string | undefined>(remembered, now, failed);
  const ask = async (tenant: string) => {
    const district: unknown = (await callHost(() => describeTenant(tenant), longestWait)).district;
    return typeof district === 'string' ? district : undefined;
  };
  return (tenant) => districts.get(tenant, () => ask(tenant)).catch(() => undefined);
}
