import type { Proxy } from '../../src/proxy/index.js';
import type { Simulator } from '../../src/simulator/index.js';
import { adminPage } from '../pages/admin-page.js';
import { colleaguePage } from '../pages/colleague-page.js';
import { notFoundPage } from '../pages/not-found-page.js';
import { signInPage } from '../pages/sign-in-page.js';
import type { DistrictRecords } from './district-records.js';
import { admins, type Admin } from './districts.js';
import { fileAt } from './files.js';
import { invitationFor } from './invitation.js';
import { knownConnection } from './known-connection.js';
import type { Answer } from './listen.js';
import { json, page, plain, seeOther } from './responses.js';
import type { Sessions } from './sessions.js';
import { answerPanel } from './simulator-panel.js';

export interface SiteParts {
  /** The one that the site is known by. */
  origin: string;
  edlinkUrl: string;
  /** Only to show how its switches stand. */
  simulator: Simulator;
  proxy: Proxy;
  sessions: Sessions;
  records: DistrictRecords;
}

/** The vendor's whole site. The token proxy is one line of it: it looks after itself. */
export function createSite(parts: SiteParts): Answer {
  return async (request) => {
    const { host, pathname, search } = new URL(request.url);
    if (host !== new URL(parts.origin).host) return seeOther(parts.origin + pathname + search);
    if (pathname.startsWith('/edlink/')) return parts.proxy(request);
    if (!isRead(request) && !comesFromOurPages(request, parts.origin)) {
      return plain('This request comes from another site.', 403);
    }
    return (isRead(request) && (await fileAt(pathname))) || answerPage(request, pathname, parts);
  };
}

const isRead = ({ method }: Request): boolean => method === 'GET' || method === 'HEAD';

/** Against cross-site request forgery. Every browser sends `Origin` with a request that is not GET or HEAD. */
const comesFromOurPages = ({ headers }: Request, origin: string): boolean => headers.get('Origin') === origin;

async function answerPage(request: Request, pathname: string, parts: SiteParts): Promise<Response> {
  const { sessions } = parts;
  const admin = sessions.read(request);
  switch (`${request.method} ${pathname}`) {
    case 'GET /sign-in':
      return page(signInPage(admin));
    case 'POST /sign-in':
      return signIn(await request.formData(), sessions);
    case 'POST /sign-out':
      return seeOther('/sign-in', sessions.end());
  }
  if (admin) return answerAdmin(admin, request, pathname, parts);
  return isRead(request) ? seeOther('/sign-in') : plain('Sign in first.', 401);
}

function signIn(form: FormData, sessions: Sessions): Response {
  const admin = admins.find(({ id }) => id === form.get('admin'));
  return admin ? seeOther('/', sessions.begin(admin)) : seeOther('/sign-in');
}

/** What only somebody who is signed in may see, and only of their own district. */
async function answerAdmin(
  admin: Admin,
  request: Request,
  pathname: string,
  { edlinkUrl, simulator, proxy, records }: SiteParts,
): Promise<Response> {
  const { district } = admin;
  if (pathname.startsWith('/simulator/')) return answerPanel(request, edlinkUrl);
  switch (`${request.method} ${pathname}`) {
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
      return page(notFoundPage(admin), 404);
  }
}
