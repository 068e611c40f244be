import type { Link } from '../contract/link.js';
import { createLookAlikes } from './look-alikes.js';

/** The links that exist, to be asked in constant time. External ids are compared exactly. */
export interface KnownLinks {
  /** The link of this member with this external id. */
  find: (user_id: number | undefined, external_id: string) => Link | undefined;
  /** A link with this external id, whoever's. */
  withExternalId: (external_id: string) => Link | undefined;
  ofUser: (user_id: number) => readonly Link[];
  lookingLike: (external_id: string) => Link | undefined;
}

export function indexLinks(links: readonly Link[]): KnownLinks {
  const byBoth = new Map<string, Link>();
  const byExternalId = new Map<string, Link>();
  const byUser = new Map<number, Link[]>();
  const looks = createLookAlikes<Link>();
  const linksOf = (user: number): Link[] => {
    const own = byUser.get(user) ?? [];
    byUser.set(user, own);
    return own;
  };
  for (const link of links) {
    byBoth.set(`${link.user} ${link.external_id}`, link);
    byExternalId.set(link.external_id, link);
    if (link.user) linksOf(link.user).push(link);
    looks.note(link);
  }
  return {
    find: (user_id, external_id) => byBoth.get(`${user_id} ${external_id}`),
    withExternalId: (external_id) => byExternalId.get(external_id),
    ofUser: (user_id) => byUser.get(user_id) ?? [],
    lookingLike: (external_id) => looks.find(external_id),
  };
}
