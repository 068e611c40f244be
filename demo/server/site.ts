import { signInPage } from '../pages/sign-in-page.js';
import { answerPerson, type PageParts } from './answer-person.js';
import type { ConnectionProxies } from './connection-proxy.js';
import { fileAt } from './files.js';
import type { Answer } from './listen.js';
import { people } from './people.js';
import { page, plain, seeOther } from './responses.js';
import type { Sessions } from './sessions.js';

export interface SiteParts extends PageParts {
  /** The one that the site is known by. */
  origin: string;
  proxies: ConnectionProxies;
  sessions: Sessions;
}

/** The vendor's whole site. The token proxy is two lines of it: it looks after itself. */
export function createSite(parts: SiteParts): Answer {
  const { origin, proxies } = parts;
  return async (request) => {
    const { host, pathname, search } = new URL(request.url);
    if (host !== new URL(origin).host) return seeOther(origin + pathname + search);
    if (pathname.startsWith('/edlink/')) return proxies.ofSession(request);
    if (pathname.startsWith('/districts/')) return proxies.ofDistrict(request);
    if (!isRead(request) && !comesFromOurPages(request, origin)) {
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
  const person = sessions.read(request);
  switch (`${request.method} ${pathname}`) {
    case 'GET /sign-in':
      return page(signInPage(person));
    case 'POST /sign-in':
      return signIn(await request.formData(), sessions);
    case 'POST /sign-out':
      return seeOther('/sign-in', sessions.end());
  }
  if (person) return answerPerson(person, request, pathname, parts);
  return isRead(request) ? seeOther('/sign-in') : plain('Sign in first.', 401);
}

function signIn(form: FormData, sessions: Sessions): Response {
  const person = people.find(({ id }) => id === form.get('person'));
  return person ? seeOther('/', sessions.begin(person)) : seeOther('/sign-in');
}
