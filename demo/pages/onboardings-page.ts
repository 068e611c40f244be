import type { SimulatorSettings } from '../../src/simulator/index.js';
import { districts, vendor } from '../server/districts.js';
import { edlinkSwitches } from '../server/edlink-switches.js';
import { html, type Html } from '../server/html.js';
import { districtName, isOfDistrict, type Person } from '../server/people.js';
import { behindTheScenes } from './behind-the-scenes.js';
import { layout } from './layout.js';

interface OnboardingsPage {
  person: Person;
  edlinkUrl: string;
  settings: SimulatorSettings;
}

/** All onboardings for staff, a district's own for its admin: the same page, because the proxy decides. */
export const onboardingsPage = ({ person, edlinkUrl, settings }: OnboardingsPage): Html =>
  layout({
    title: 'Onboardings',
    person,
    path: '/onboardings',
    // The filters of the page's URL are there before the element asks for the first time.
    head: html`
      <script type="module" src="/event-log.js"></script>
      <script type="module" src="/staff.js"></script>
      <script type="module" src="/all.js"></script>
      <script type="module" src="/switches.js"></script>
    `,
    main: html`<div class="rows">
      <main>
        <h1>Onboardings</h1>
        <p class="quiet lead">
          ${
            isOfDistrict(person)
              ? `The invitations of ${districtName(person.district)}.`
              : 'The invitations of all districts. Invite one ahead of time, and send them the link.'
          }
        </p>
        <district-onboardings
          proxy="/edlink"
          onboard-base="${edlinkUrl}/onboard/"
          vendor-name="${vendor}"
          fields="provider-id expiration-date"
          data-districts="${JSON.stringify(districtsFor(person))}"
          data-providers="${JSON.stringify(providersIn(settings))}"
        ></district-onboardings>
        <noscript><p>This page needs JavaScript.</p></noscript>
      </main>
      ${behindTheScenes({
        hint: html`None yet: click <em>New onboarding</em>, and go through the page that its link opens.`,
        switches: edlinkSwitches,
        settings,
      })}
    </div>`,
  });

/** For whom the person may create an onboarding, and where. */
const districtsFor = (person: Person) =>
  Object.entries(districts)
    .filter(([id]) => !isOfDistrict(person) || id === person.district)
    .map(([id, { name }]) => ({ name, proxy: `/districts/${id}/edlink` }));

const providersIn = ({ providers }: SimulatorSettings) => providers.map(({ id, name }) => ({ id, name }));
