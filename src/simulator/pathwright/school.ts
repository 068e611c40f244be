import type { Simulation } from '../simulation.js';
import type { LinkRecord, MemberRecord, SchoolRecord } from '../world.js';
import { withMicroseconds } from './microseconds.js';
import { addLink, isIdTaken, linksOf, schoolIn } from './school-record.js';

/** A link that exists already; `external` and never updated unless it says otherwise, with the next id. */
export type LinkSeed = Pick<LinkRecord, 'user' | 'external_id'> & Partial<LinkRecord>;

/** One school of the simulated Pathwright, as tests and demos fill it and look into it. */
export interface School {
  readonly members: readonly MemberRecord[];
  /** The links there are now, by id: copies of what is true, not of what the API shows. */
  readonly links: readonly LinkRecord[];
  /** Adds members, or renames them. */
  addMembers(members: readonly MemberRecord[]): void;
  /** Throws a `RangeError` if a `user` is no member or an `id` is taken, and then adds none. */
  addLinks(seeds: readonly LinkSeed[]): LinkRecord[];
  /** Adds so many made-up members with a link each: every fifth is SAML2, every seventh was never updated. */
  seedLinks(count: number): LinkRecord[];
}

/** Throws a `RangeError` if the settings have no such school. */
export function openSchool(simulation: Simulation, name: string): School {
  if (!simulation.settings.schools.some((school) => school.name === name)) {
    throw new RangeError(`There is no school ${name}.`);
  }
  const record = () => schoolIn(simulation.world, name);
  const addLinks = (seeds: readonly LinkSeed[]) => addSeeds(simulation, record(), seeds);
  const addMembers = (members: readonly MemberRecord[]) => {
    for (const member of members) record().members.set(member.id, { ...member });
  };
  return {
    get members() {
      return structuredClone([...record().members.values()]);
    },
    get links() {
      return structuredClone(linksOf(record()));
    },
    addMembers,
    addLinks,
    seedLinks(count) {
      const members = newMembers(record(), count);
      addMembers(members);
      return addLinks(members.map((member, index) => madeUpLink(simulation, name, member, index)));
    },
  };
}

function addSeeds({ world }: Simulation, school: SchoolRecord, seeds: readonly LinkSeed[]): LinkRecord[] {
  for (const { user, id } of seeds) {
    if (!school.members.has(user)) throw new RangeError(`There is no member ${user}.`);
    if (id !== undefined && isIdTaken(world, id)) throw new RangeError(`There is a link ${id} already.`);
  }
  return seeds.map((seed) =>
    structuredClone(addLink(world, school, { link_type: 'external', last_external_update: null, ...seed })),
  );
}

function newMembers({ members }: SchoolRecord, count: number): MemberRecord[] {
  const last = Math.max(1000, ...members.keys());
  return Array.from({ length: count }, (_, index) => last + 1 + index).map((id) => ({
    id,
    name: `Member ${id}`,
  }));
}

const hour = 3_600_000;

function madeUpLink({ now }: Simulation, school: string, { id }: MemberRecord, index: number): LinkSeed {
  const isSaml = index % 5 === 4;
  return {
    user: id,
    link_type: isSaml ? 'saml2' : 'external',
    external_id: isSaml ? `member.${id}@${school}.example` : `person-${id}`,
    last_external_update: index % 7 === 6 ? null : withMicroseconds(now() - index * hour),
  };
}
