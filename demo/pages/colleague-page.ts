import { districts } from '../server/districts.js';
import { html, type Html } from '../server/html.js';
import type { Invitation } from '../server/invitation.js';
import type { Admin } from '../server/people.js';
import { layout } from './layout.js';

/** The mail as it arrives at the colleague who has the SIS password. */
export const colleaguePage = (admin: Admin, invitation: Invitation | null): Html =>
  layout({
    title: 'A colleague’s view',
    person: admin,
    path: '/colleague',
    main: html`<main class="narrow">
      <h1>A colleague’s view</h1>
      ${invitation ? mail(admin, invitation) : nothingSent}
    </main>`,
  });

const nothingSent = html`<p class="quiet lead">
    There is no link to send. Click <em>Connect your SIS</em> first and leave the new tab as it is; then come
    back here.
  </p>
  <p><a class="button" href="/">To the data connection</a></p>`;

function mail(admin: Admin, { subject, before, link, after }: Invitation): Html {
  const colleague = districts[admin.district]?.colleague;
  return html`<p class="quiet lead">
      This is the mail that <em>Send to a colleague</em> prepares. To see it as
      ${colleague?.name ?? 'a colleague'} does, who is not signed in here, open the link in a private window.
      The page where you clicked notices when it is done.
    </p>
    <article class="card mail" aria-labelledby="subject">
      <h2 id="subject">${subject}</h2>
      <dl class="record">
        <div>
          <dt>From</dt>
          <dd>${admin.name}, ${admin.email}</dd>
        </div>
        <div>
          <dt>To</dt>
          <dd>${colleague ? `${colleague.name}, ${colleague.email}` : 'a colleague'}</dd>
        </div>
      </dl>
      <p>${before}</p>
      <p><a href="${link}" target="_blank" rel="noopener noreferrer">${link}</a></p>
      <p>${after}</p>
    </article>`;
}
