import { createProxy, type Authorize, type Proxy, type ProxyOptions } from '../../src/proxy/index.js';
import { openProxy, openStore } from '../../src/proxy/node/index.js';
import { simulatorDefaults } from '../../src/simulator/index.js';
import type { ServedSimulator } from '../../src/simulator/node/index.js';
import type { DistrictRecords } from './district-records.js';
import { districts, isDistrict } from './districts.js';
import type { LinkChanges } from './link-changes.js';
import { tokenOf } from './schools.js';
import type { Sessions } from './sessions.js';

interface ConnectionProxyOptions {
  /** Of the site's own pages. */
  origin: string;
  upstreams: Pick<ServedSimulator, 'url' | 'pathwrightUrl'>;
  directory: string;
  sessions: Sessions;
  records: DistrictRecords;
  changes: LinkChanges;
}

export interface ConnectionProxies {
  /** At `/edlink`: who is signed in says whose it is, and staff see all. */
  readonly ofSession: Proxy;
  /** At `/districts/{district}/edlink`, so that staff can act for one of them. */
  readonly ofDistrict: Proxy;
  close(): Promise<void>;
}

/** The token proxy, as a customer sets it up; its two places share one memory. */
export async function openConnectionProxies(options: ConnectionProxyOptions): Promise<ConnectionProxies> {
  const store = await openStore(options.directory);
  const settings = settingsOf(options);
  // A demo's patience is short: colleagues who finish elsewhere are noticed within seconds.
  const ofSession = await openProxy({ ...settings, basePath: '/edlink', store, sweepEvery: 10_000 });
  const basePath = '/districts/:tenant/edlink';
  const ofDistrict = createProxy({ ...settings, basePath, store, watched: true });
  const close = async () => {
    await ofDistrict.close();
    await ofSession.close();
  };
  return { ofSession, ofDistrict, close };
}

/** In a real site the tokens come from a vault, and each `baseUrl` is left out. */
function settingsOf(options: ConnectionProxyOptions): Omit<ProxyOptions, 'basePath' | 'store'> {
  const { origin, upstreams, sessions, records, changes } = options;
  const { token, teamId, applicationId, applicationSecret } = simulatorDefaults;
  return {
    origins: [origin],
    edlink: { token, teamId, applicationId, baseUrl: upstreams.url },
    pathwright: {
      school: ({ tenant }) => (isDistrict(tenant) ? tenant : undefined),
      token: (_use, { school }) => tokenOf(school),
      baseUrl: upstreams.pathwrightUrl('{school}'),
      audit: (change) => changes.write(change),
    },
    allow: ['provider_id', 'redirect_uri', 'expiration_date'],
    authorize: authorizeBy(sessions),
    describeTenant: (tenant) => ({ district: districts[tenant]?.name ?? tenant }),
    // So that the page can say whose system was connected.
    describeIntegration: { token: applicationSecret },
    // Before any browser hears of it. May run twice for one onboarding, so it writes and does not add.
    onConnected: ({ tenant, actor, onboarding_id, integration_id }) =>
      records.connect(tenant, {
        integration_id,
        onboarding_id,
        started_by: actor,
        connected_at: new Date().toISOString(),
      }),
  };
}

/** The account of the vendor's own staff: no district's. */
const staff = 'lessonlake-staff';

const authorizeBy =
  (sessions: Sessions): Authorize =>
  (request, { params }) => {
    const person = sessions.read(request);
    if (!person) return null;
    const { email, district, can } = person;
    // Staff may name any district in the URL, but it has to be one.
    const isThere = params['tenant'] === undefined || isDistrict(params['tenant']);
    return {
      tenant: district ?? staff,
      actor: email,
      scope: district === null ? 'all' : 'own',
      can: isThere ? [...can] : [],
    };
  };
