import type { Link } from '../contract/link.js';

/** What the page is told of links, by the name of the DOM event, with that event's `detail`. */
export interface LinkAnnouncements {
  /** It was made here, one by one or by an import. */
  'link-created': { link: Link };
  'link-deleted': { link: Link };
  /**
   * An import has ended, or was given up. `created` were made, `skipped` were there already, and `failed` is every other
   * line: faulty, refused, or not written any more.
   */
  'links-imported': { created: number; skipped: number; failed: number };
}
