import { openProxy, type NodeProxy } from '../../src/proxy/node/index.js';
import { simulatorDefaults } from '../../src/simulator/index.js';
import type { DistrictRecords } from './district-records.js';
import { districts } from './districts.js';
import type { Sessions } from './sessions.js';

interface ConnectionProxyOptions {
  /** Of the site's own pages. */
  origin: string;
  edlinkUrl: string;
  directory: string;
  sessions: Sessions;
  records: DistrictRecords;
}

/** The token proxy, as a customer sets it up. In a real site the token comes from a vault, and `baseUrl` is left out. */
export function openConnectionProxy(options: ConnectionProxyOptions): Promise<NodeProxy> {
  const { origin, edlinkUrl, directory, sessions, records } = options;
  return openProxy({
    basePath: '/edlink',
    directory,
    origins: [origin],
    edlink: {
      token: simulatorDefaults.token,
      teamId: simulatorDefaults.teamId,
      applicationId: simulatorDefaults.applicationId,
      baseUrl: edlinkUrl,
    },
    // `expiration_date` only so that the panel can make a link that expires soon.
    allow: ['redirect_uri', 'expiration_date'],
    // A demo's patience is short: colleagues who finish elsewhere are noticed within seconds.
    sweepEvery: 10_000,
    authorize: (request) => {
      const admin = sessions.read(request);
      if (!admin) return null;
      return { tenant: admin.district, actor: admin.email, scope: 'own', can: ['read', 'create', 'delete'] };
    },
    describeTenant: (tenant) => ({ district: districts[tenant]?.name ?? tenant }),
    // So that the page can say whose system was connected.
    describeIntegration: { token: simulatorDefaults.applicationSecret },
    // Before any browser hears of it. May run twice for one onboarding, so it writes and does not add.
    onConnected: ({ tenant, actor, onboarding_id, integration_id }) =>
      records.connect(tenant, {
        integration_id,
        onboarding_id,
        started_by: actor,
        connected_at: new Date().toISOString(),
      }),
  });
}
