import type { LinkSeed } from '../../src/simulator/index.js';
import { districts } from './districts.js';
import { members, type Member } from './members.js';

/** Each district has a school of its name at Pathwright, whose token only the server knows. */
export const schools = Object.keys(districts).map((name) => ({ name, token: `simulated-token-of-${name}` }));

export const tokenOf = (school: string): string => schools.find(({ name }) => name === school)?.token ?? '';

const aDay = 86_400_000;

/** What the school has linked before anybody came here: nobody's work is perfect. */
export function firstLinks(district: string): LinkSeed[] {
  const linked = (members[district] ?? []).slice(0, -2);
  return linked.flatMap((member, index) => linksOf(member, index, linked));
}

function linksOf(
  { user_id: user, email, person_id }: Member,
  index: number,
  all: readonly Member[],
): LinkSeed[] {
  const updated = { last_external_update: new Date(Date.now() - (index + 1) * aDay).toISOString() };
  switch (index % 4) {
    case 0:
      return [{ user, external_id: person_id, ...updated }];
    case 1:
      return [{ user, external_id: email, link_type: 'saml2', ...updated }];
    // Never used.
    case 2:
      return [{ user, external_id: `sis-${user}` }];
    // The number of the member before: somebody slipped by a line.
    default:
      return [{ user, external_id: `sis-${all[index - 1]?.user_id ?? user}`, ...updated }];
  }
}
