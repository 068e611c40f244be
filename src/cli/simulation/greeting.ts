import type { Simulation } from './start-simulation.js';
import { districts } from './people.js';

/** What somebody needs to know who wants to use a simulation. */
export function greeting({ proxyUrl, edlinkUrl, pathwrightUrl, settings }: Simulation): string {
  const [one, other] = Object.keys(districts);
  return `
  Token proxy            ${proxyUrl}
  Simulated Edlink       ${edlinkUrl}
  Simulated Pathwright   ${pathwrightUrl('{school}')}
  Settings and faults    GET and PATCH ${edlinkUrl}/__simulator/settings

  For a proxy of your own, in front of the same two:
    team id          ${settings.teamId}
    application id   ${settings.applications[0]?.id ?? ''}
    token            ${settings.token}
${settings.schools.map(describeSchool).join('\n')}

  Who you are is a header; without it you are nobody (401):
    Authorization: Bearer ${one}
    Authorization: Bearer ${other}

  Start an onboarding, then open ${edlinkUrl}/onboard/<its id>:
    curl -X POST ${proxyUrl}/onboardings \\
      -H 'Authorization: Bearer ${one}' \\
      -H 'X-Requested-With: connect-district' \\
      -H 'Idempotency-Key: ${crypto.randomUUID()}' \\
      -H 'Content-Type: application/json' -d '{}'

  List the links of their school:
    curl ${proxyUrl}/links \\
      -H 'Authorization: Bearer ${one}' \\
      -H 'X-Requested-With: connect-district'

  Stop: Ctrl-C
`;
}

const describeSchool = ({ name, token }: { name: string; token: string }): string =>
  `    school           ${name}, its token ${token}`;
