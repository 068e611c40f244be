/** What a text may speak of. */
export interface Names {
  /** Who asks: the host's `vendor-name`. */
  vendor: string;
  /** Whose system it is: the host's `district-name`; may be empty. */
  district: string;
  /** Where the new tab leads: Edlink, or another host by its name. */
  site: string;
  /** A text of its own, `organization`: "district", or what a host puts in its place. */
  organization: string;
}

/** The form that every language has to have of a dictionary. */
export type Texts<Dictionary> = { readonly [Key in keyof Dictionary]: Wide<Dictionary[Key]> };

type Wide<Text> = Text extends string
  ? string
  : Text extends string[]
    ? readonly string[]
    : Text extends (...values: infer Values) => string
      ? (...values: Values) => string
      : { readonly [Key in keyof Text]: Wide<Text[Key]> };
