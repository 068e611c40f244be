import { notFound, ProxyFailure } from '../failure.js';
import { callHost, hostDeadline } from '../host-call.js';
import type { Caller } from '../parts.js';
import { createPause, type Pause } from '../pause.js';
import type { SharedMemory } from '../store.js';
import { createUpstream, type UpstreamHost } from '../upstream-call.js';
import { createPathwright, type Pathwright } from './pathwright.js';
import type { LinkCaller, LinkChange, PathwrightOptions } from './pathwright-options.js';
import { isSchool, type PathwrightSettings } from './pathwright-settings.js';
import { pathwrightUpstream } from './pathwright-upstream.js';

/** A caller's school. */
export interface School {
  name: string;
  pathwright: Pathwright;
  /** Has the host write down what is about to be done. @throws ProxyFailure `host_not_ready`: do not do it. */
  audit(change: Change): Promise<void>;
  /** Milliseconds that are enough for one call. */
  timeout: number;
}

type Change<T = LinkChange> = T extends unknown ? Omit<T, 'tenant' | 'actor' | 'school'> : never;

/** @throws ProxyFailure `not_found` for a caller who has none. */
export type OpenSchool = (caller: Caller) => Promise<School>;

export function createSchools(
  host: UpstreamHost & { elapsed: () => number; shared: SharedMemory | undefined },
  settings: PathwrightSettings | undefined,
): OpenSchool {
  if (!settings) return () => Promise.reject(notFound());
  const { audit, timeout } = settings;
  const pauses = new Map<string, Pause>();
  const pauseOf = (school: string) => {
    const pause = pauses.get(school) ?? createPause(host.elapsed, host.shared, `pause/${school}`);
    pauses.set(school, pause);
    return pause;
  };
  return async ({ tenant, actor }) => {
    const school = await nameSchool(settings, { tenant, actor });
    const caller = { tenant, actor, school };
    const upstream = pathwrightUpstream(settings, caller, pauseOf(school));
    return {
      name: school,
      pathwright: createPathwright(createUpstream(host, upstream)),
      audit: (change) => insist(() => audit?.({ ...caller, ...change })),
      timeout,
    };
  };
}

/** From the host alone: nothing that a browser says leads to a school. */
async function nameSchool({ school, timeout }: PathwrightSettings, caller: LinkCaller): Promise<string> {
  const name = await askForSchool(school, caller, timeout);
  if (name === undefined) throw notFound();
  if (!isSchool(name)) throw new ProxyFailure('host_not_ready', { status: 500 });
  return name;
}

const askForSchool = (school: PathwrightOptions['school'], caller: LinkCaller, longest: number) =>
  typeof school === 'function' ? callHost(() => school(caller), longest) : school;

async function insist(tell: () => unknown): Promise<void> {
  try {
    await callHost(tell, hostDeadline);
  } catch {
    throw new ProxyFailure('host_not_ready', { retryAfter: 5 });
  }
}
