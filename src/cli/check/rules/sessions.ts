import { isPage, isRedirect, isSuccess, problemIn, type Answer } from '../answer.js';
import { impostorOf, nobody } from '../caller.js';
import { demand, Inapplicable } from '../fault.js';
import type { Rule } from '../rule.js';
import { failureInWords, isFailing } from '../trouble.js';
import { newId } from './new-id.js';
import { routesAsked } from './routes-asked.js';

export const sessions: Rule[] = [
  {
    id: 'signed-in',
    level: 'basic',
    title: 'The session that was given is let in.',
    async hold(run) {
      const answer = await run.ask(`onboardings/${newId()}`);
      demand(!(isPage(answer) && isSuccess(answer)), answer, pageInstead);
      demand(![401, 403].includes(answer.status) && !isRedirect(answer), answer, notLetIn);
      demand(!isFailing(answer), answer, failureInWords(answer));
    },
  },
  {
    id: 'signed-out',
    level: 'basic',
    title:
      'Without a session, or with a made-up one, the answer is 401 `unauthorized`: no login page, no redirect to one.',
    after: ['signed-in'],
    async hold(run) {
      const isOpen = Object.keys(run.first.headers).length === 0;
      if (isOpen && run.level === 'basic')
        throw new Inapplicable('no session was given that could be left out');
      const strangers = isOpen ? [nobody] : [nobody, impostorOf(run.first)];
      for (const [path, given] of routesAsked(run)) {
        for (const as of strangers) {
          const answer = await run.ask(path, { ...given, as });
          demand(!(isPage(answer) && isSuccess(answer)), answer, loginPage);
          if (run.level === 'full') demandUnauthorized(answer);
        }
      }
    },
  },
];

const notLetIn =
  'the session is not let in: give the --cookie or --header of somebody who may use this proxy, and the URL as in the attribute "proxy" (a redirect, also one to a slash, is not followed)';

const pageInstead =
  'a web page with 200 where JSON is due: if it is the login page, answer 401 application/problem+json with the code unauthorized instead; else the URL is not the proxy’s';

const loginPage =
  'a login page with 200 for somebody who is not signed in: answer 401 application/problem+json with the code unauthorized';

function demandUnauthorized(answer: Answer): void {
  demand(
    !isRedirect(answer),
    answer,
    'a redirect for somebody who is not signed in: answer 401 with the code unauthorized; no redirect is followed',
  );
  demand(
    answer.status === 401,
    answer,
    isPage(answer)
      ? 'a web page for somebody who is not signed in (a CSRF check before the session’s?): answer 401 with the code unauthorized'
      : `no session, and no 401: look for the session first, on every route, and answer 401 with the code unauthorized${answer.status === 404 ? ' (or the URL is not that of the proxy)' : ''}`,
  );
  const code = problemIn(answer)?.code ?? 'unauthorized';
  demand(code === 'unauthorized', answer, `the code has to be unauthorized, not ${code}`);
}
