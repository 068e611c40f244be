import type { Simulator } from '../../src/simulator/index.js';
import { adminPage } from '../pages/admin-page.js';
import { colleaguePage } from '../pages/colleague-page.js';
import { linksPage } from '../pages/links-page.js';
import { placesFor } from '../pages/navigation.js';
import { notFoundPage } from '../pages/not-found-page.js';
import { onboardingsPage } from '../pages/onboardings-page.js';
import { candidatesFor } from './candidates.js';
import type { ConnectionProxies } from './connection-proxy.js';
import type { DistrictRecords } from './district-records.js';
import { invitationFor } from './invitation.js';
import { knownConnection } from './known-connection.js';
import type { LinkChanges } from './link-changes.js';
import { isOfDistrict, type Admin, type Person } from './people.js';
import { json, page, seeOther } from './responses.js';
import { answerPanel } from './simulator-panel.js';

export interface PageParts {
  edlinkUrl: string;
  /** Only to show how its switches stand. */
  simulator: Simulator;
  proxies: Pick<ConnectionProxies, 'ofSession'>;
  records: DistrictRecords;
  changes: LinkChanges;
}

/** What only somebody who is signed in may see, and only what is theirs. */
export async function answerPerson(
  person: Person,
  request: Request,
  pathname: string,
  parts: PageParts,
): Promise<Response> {
  if (pathname.startsWith('/simulator/')) return answerPanel(request, parts.edlinkUrl);
  const [first] = placesFor(person);
  if (pathname === '/' && first && first.path !== '/') return seeOther(first.path);
  return (await answerOf(person, request, pathname, parts)) ?? page(notFoundPage(person), 404);
}

async function answerOf(
  person: Person,
  request: Request,
  pathname: string,
  parts: PageParts,
): Promise<Response | undefined> {
  const { edlinkUrl, simulator } = parts;
  const asked = `${request.method} ${pathname}`;
  if (asked === 'GET /onboardings' && person.can.includes('read')) {
    return page(onboardingsPage({ person, edlinkUrl, settings: simulator.settings }));
  }
  if (!isOfDistrict(person)) return undefined;
  return (
    (person.can.includes('links:read') ? answerLinks(person, asked, parts) : undefined) ??
    (person.can.includes('create') ? answerConnection(person, asked, request, parts) : undefined)
  );
}

function answerLinks(admin: Admin, asked: string, parts: PageParts): Response | undefined {
  const { edlinkUrl, simulator, records, changes } = parts;
  const { district } = admin;
  if (asked === 'GET /links') {
    const connection = records.connectionOf(district);
    return page(linksPage({ admin, connection, edlinkUrl, settings: simulator.settings }));
  }
  if (!admin.can.includes('links:write')) return undefined;
  if (asked === 'GET /candidates') return json(candidatesFor(district, records));
  return asked === 'GET /changes' ? json(changes.latest(district)) : undefined;
}

async function answerConnection(
  admin: Admin,
  asked: string,
  request: Request,
  { edlinkUrl, simulator, proxies, records }: PageParts,
): Promise<Response | undefined> {
  const { district } = admin;
  const proxy = proxies.ofSession;
  switch (asked) {
    case 'GET /': {
      const connection = records.connectionOf(district);
      const known = await knownConnection(district, records, proxy);
      const { settings } = simulator;
      return page(adminPage({ admin, connection, known, edlinkUrl, settings }));
    }
    case 'GET /connection':
      return json(await knownConnection(district, records, proxy));
    case 'POST /disconnect':
      records.disconnect(district);
      return seeOther('/');
    case 'GET /colleague':
      return page(colleaguePage(admin, await invitationFor(admin, request, { proxy, edlinkUrl })));
    default:
      return undefined;
  }
}
