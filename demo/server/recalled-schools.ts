import type { School, Simulator } from '../../src/simulator/index.js';
import { members } from './members.js';
import { firstLinks, schools } from './schools.js';

/** By the school's name. */
export type RecalledSchools = Record<string, Pick<School, 'members' | 'links'>>;

/** What there is the first time. */
export function fillSchools(simulator: Simulator): void {
  for (const { name } of schools) {
    const school = simulator.school(name);
    school.addMembers((members[name] ?? []).map((member) => ({ id: member.user_id, name: member.name })));
    school.addLinks(firstLinks(name));
  }
}

export function recallSchools(simulator: Simulator, recalled: RecalledSchools): void {
  for (const [name, { members, links }] of Object.entries(recalled)) {
    const school = simulator.school(name);
    school.addMembers(members);
    school.addLinks(links);
  }
}

export const schoolsOf = (simulator: Simulator): RecalledSchools =>
  Object.fromEntries(
    schools.map(({ name }) => {
      const { members, links } = simulator.school(name);
      return [name, { members, links }];
    }),
  );
