import type { Link } from '../contract/link.js';

/** Why a line cannot be written. */
export type Fault =
  | { readonly code: CellFault }
  /** An earlier line has the same external id: `line`, the first one. */
  | { readonly code: 'duplicate_in_file'; readonly line: number }
  /** Somebody else signs in with it; `link.user` is `null` where Pathwright does not say who. */
  | { readonly code: 'linked_already'; readonly link: Link };

export type CellFault =
  /** A quote is missing, or stands in the middle; the line may have swallowed others. */
  | 'broken_quotes'
  /** More cells than the header: a separator inside of a value that is not quoted. */
  | 'extra_cells'
  | 'empty_user'
  /** Digits only, and no zero in front: `456.0`, `1,234` and `4.56E+02` are a spreadsheet's, and nobody guesses. */
  | 'not_a_number'
  | 'empty_external_id'
  | 'too_long'
  /** An export's line of a link that the identity provider makes at the first sign-in. */
  | 'saml2';

/** What somebody should look at before it is written. */
export type Warning =
  /** The member has other links, and keeps them. */
  | { readonly code: 'has_other_link'; readonly links: readonly Link[] }
  /** An earlier line gives the same member another external id: `line`, the first one. */
  | { readonly code: 'has_other_line'; readonly line: number }
  /** But for upper case, spaces around or the way accents are written, there is such a link. */
  | { readonly code: 'looks_like_link'; readonly link: Link }
  | { readonly code: 'looks_like_line'; readonly line: number; readonly external_id: string }
  /** A later line claims the same external id for another member; that one is the duplicate. */
  | { readonly code: 'claimed_again'; readonly line: number };

/** A line of the file, and what is to be said of it before anything is written. */
export interface Line {
  /** In the file, from 1. */
  readonly line: number;
  /** The cell as it stands there, without spaces around. */
  readonly user: string;
  readonly external_id: string;
  /** `undefined` where `user` is no number. */
  readonly user_id: number | undefined;
  /** Already there: this very link exists, and nothing needs to be done. Then there is no fault and no warning. */
  readonly there: Link | undefined;
  readonly faults: readonly Fault[];
  readonly warnings: readonly Warning[];
}

/** A line that an import writes. */
export interface WritableLine extends Line {
  readonly user_id: number;
}

export const isWritable = (line: Line): line is WritableLine =>
  line.user_id !== undefined && !line.there && line.faults.length === 0;
