import type { LinkRecord, SchoolRecord, World } from '../world.js';

/** What the world knows of a school; nothing at first. */
export function schoolIn(world: World, name: string): SchoolRecord {
  const school = world.schools.get(name) ?? { members: new Map(), links: new Map() };
  world.schools.set(name, school);
  return school;
}

/** Ids are counted over all schools, so that one school's id is never another's too. */
export function addLink(
  world: World,
  { links }: SchoolRecord,
  { id = world.lastLinkId + 1, ...fields }: Omit<LinkRecord, 'id'> & { id?: number | undefined },
): LinkRecord {
  const link = { id, ...fields };
  links.set(id, link);
  world.lastLinkId = Math.max(world.lastLinkId, id);
  return link;
}

export const isIdTaken = ({ schools }: World, id: number): boolean =>
  [...schools.values()].some(({ links }) => links.has(id));

/** In the order of their ids. */
export const linksOf = ({ links }: SchoolRecord): LinkRecord[] =>
  [...links.values()].sort((one, other) => one.id - other.id);

export const isLinked = (school: SchoolRecord, externalId: string): boolean =>
  linksOf(school).some(({ external_id }) => external_id === externalId);

export const hasLink = (school: SchoolRecord, member: number): boolean =>
  linksOf(school).some(({ user }) => user === member);
