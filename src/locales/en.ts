import { common } from './en/common.js';
import { connect } from './en/connect.js';
import { importing } from './en/importing.js';
import { links } from './en/links.js';
import { onboardings } from './en/onboardings.js';
import { table } from './en/table.js';
import type { Texts } from './texts.js';

/** Every text of all elements. English defines the keys; each other language must have them all. */
export const en: AllTexts = { ...common, ...connect, ...table, ...onboardings, ...links, ...importing };

export type AllTexts = Texts<
  typeof common & typeof connect & typeof table & typeof onboardings & typeof links & typeof importing
>;
