import type { SimulatorSettings } from '../../src/simulator/index.js';
import type { DistrictConnection } from '../server/district-records.js';
import { vendor } from '../server/districts.js';
import { html, type Html } from '../server/html.js';
import { pathwrightSwitches } from '../server/pathwright-switches.js';
import { districtName, type Admin } from '../server/people.js';
import { behindTheScenes, onboardingControls } from './behind-the-scenes.js';
import { layout } from './layout.js';

interface LinksPage {
  admin: Admin;
  connection: DistrictConnection | null;
  edlinkUrl: string;
  settings: SimulatorSettings;
}

/** Who of a school signs in as whom. Whoever may only read sees only the list, and the proxy holds them to it. */
export const linksPage = ({ admin, connection, edlinkUrl, settings }: LinksPage): Html => {
  const mayWrite = admin.can.includes('links:write');
  return layout({
    title: 'External links',
    person: admin,
    path: '/links',
    head: html`
      <script type="module" src="/event-log.js"></script>
      <script type="module" src="/all.js"></script>
      <script type="module" src="/switches.js"></script>
      ${mayWrite && scriptsOfWriters}
    `,
    main: html`<div class="rows">
      <main>
        <h1>External links</h1>
        <p class="quiet lead">
          Who of ${districtName(admin.district)} signs in at Pathwright by which outside identity.
        </p>
        <external-links proxy="/edlink" vendor-name="${vendor}"></external-links>
        <noscript><p>This page needs JavaScript.</p></noscript>
        ${mayWrite && forWriters(admin, connection, edlinkUrl)}
      </main>
      ${behindTheScenes({
        hint: mayWrite ? html`None yet: add a link, or remove one.` : html`None yet.`,
        switches: pathwrightSwitches,
        settings,
        ...(mayWrite && { more: onboardingControls }),
      })}
    </div>`,
  });
};

const scriptsOfWriters = html`
  <script type="module" src="/links.js"></script>
  <script type="module" src="/onboarding-switches.js"></script>
`;

const forWriters = (admin: Admin, connection: DistrictConnection | null, edlinkUrl: string): Html =>
  html`<div class="beside">
    <section aria-labelledby="sis">
      <h2 id="sis">From your SIS</h2>
      <p class="quiet">
        Once it is connected, ${vendor} knows who the members are there, and proposes their links above.
      </p>
      <connect-district
        proxy="/edlink"
        redirect-uri="/return.html"
        onboard-base="${edlinkUrl}/onboard/"
        vendor-name="${vendor}"
        district-name="${districtName(admin.district)}"
        ${connection && html`integration-id="${connection.integration_id}"`}
      ></connect-district>
    </section>
    <section class="card" aria-labelledby="changes-title">
      <h2 id="changes-title">On our server</h2>
      <p class="quiet">Who was about to do what, written down before Pathwright was asked:</p>
      <ol id="changes" class="changes" reversed></ol>
      <p class="quiet">Nothing yet.</p>
    </section>
  </div>`;
