import type { SimulatorSettings } from '../../src/simulator/index.js';
import type { DistrictConnection } from '../server/district-records.js';
import { vendor } from '../server/districts.js';
import { edlinkSwitches } from '../server/edlink-switches.js';
import { html, type Html } from '../server/html.js';
import type { KnownConnection } from '../server/known-connection.js';
import { districtName, type Admin } from '../server/people.js';
import { behindTheScenes, onboardingControls } from './behind-the-scenes.js';
import { layout } from './layout.js';

interface AdminPage {
  admin: Admin;
  /** From the vendor's own records: the server says whether the district is connected, never the browser. */
  connection: DistrictConnection | null;
  known: KnownConnection;
  edlinkUrl: string;
  settings: SimulatorSettings;
}

/** The page this is all about, as a customer would write it. */
export const adminPage = ({ admin, connection, known, edlinkUrl, settings }: AdminPage): Html => {
  const district = districtName(admin.district);
  return layout({
    title: 'Data connection',
    person: admin,
    path: '/',
    // The log comes first, so that it misses no event of the element.
    head: html`
      <script type="module" src="/event-log.js"></script>
      <script type="module" src="/connect-district.js"></script>
      <script type="module" src="/connect.js"></script>
      <script type="module" src="/switches.js"></script>
      <script type="module" src="/onboarding-switches.js"></script>
    `,
    main: html`<div class="columns">
      <main>
        <h1>Data connection</h1>
        <p class="quiet lead">
          Connect the student information system of ${district}, and ${vendor} keeps classes, teachers and
          students up to date by itself.
        </p>
        <connect-district
          proxy="/edlink"
          redirect-uri="/return.html"
          onboard-base="${edlinkUrl}/onboard/"
          vendor-name="${vendor}"
          district-name="${district}"
          ${connection && html`integration-id="${connection.integration_id}"`}
        ></connect-district>
        <noscript><p>Connecting needs JavaScript.</p></noscript>
        ${serverRecord(known)}
      </main>
      ${behindTheScenes({
        hint: html`None yet: click <em>Connect your SIS</em>.`,
        switches: edlinkSwitches,
        settings,
        more: onboardingControls,
      })}
    </div>`,
  });
};

const serverRecord = (known: KnownConnection): Html =>
  html`<section class="card" aria-labelledby="record">
    <h2 id="record">On our server</h2>
    <dl class="record">
      ${field('Status', 'status', known)} ${field('Integration', 'integration', known)}
      ${field('Onboarding', 'onboarding', known)} ${field('Started by', 'startedBy', known)}
      ${field('Since', 'since', known)} ${field('The proxy remembers', 'proxy', known)}
    </dl>
    <form method="post" action="/disconnect" class="row">
      <button class="button">Forget the connection</button>
      <span class="quiet">only in ${vendor}’s record, to play again</span>
    </form>
  </section>`;

const field = (label: string, name: keyof KnownConnection, known: KnownConnection): Html =>
  html`<div>
    <dt>${label}</dt>
    <dd data-field="${name}">${known[name]}</dd>
  </div>`;
