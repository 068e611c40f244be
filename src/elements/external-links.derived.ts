import type { Link } from '../contract/link.js';
import type { LinksTexts } from './external-links.words.js';
import { fold } from './shared/rows.js';
import { once } from './shared/once.js';

/** What follows from the links and the texts; one element asks for it at every keystroke, and it is worked out once. */
export interface Derived {
  readonly ofType: (links: readonly Link[], type: string) => readonly Link[];
  readonly types: (links: readonly Link[]) => readonly string[];
  readonly byIdentity: (links: readonly Link[]) => ReadonlyMap<string, readonly Link[]>;
  /** By the identity as it is searched. */
  readonly bySearched: (links: readonly Link[]) => ReadonlyMap<string, readonly Link[]>;
  /** What the first element says of Edlink is not true of Pathwright, and nothing here goes on by itself. */
  readonly texts: (texts: LinksTexts) => LinksTexts;
}

export const deriveFromLinks = (): Derived => ({
  ofType: once((links, type) => (type ? links.filter(({ link_type }) => link_type === type) : links)),
  types: once((links) => [...new Set(links.map(({ link_type }) => link_type))].sort()),
  byIdentity: once((links) => grouped(links, ({ external_id }) => external_id)),
  bySearched: once((links) => grouped(links, ({ external_id }) => fold(external_id.trim()))),
  texts: once((texts) => ({ ...texts, problems: { ...texts.problems, ...texts.linkProblems } })),
});

function grouped(
  links: readonly Link[],
  keyOf: (link: Link) => string,
): ReadonlyMap<string, readonly Link[]> {
  const groups = new Map<string, Link[]>();
  for (const link of links) {
    const group = groups.get(keyOf(link));
    if (group) group.push(link);
    else groups.set(keyOf(link), [link]);
  }
  return groups;
}
