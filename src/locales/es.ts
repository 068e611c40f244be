import { announceLocale } from './announce.js';
import type { AllTexts } from './en.js';
import { common } from './es/common.js';
import { connect } from './es/connect.js';
import { writingLinks } from './es/writing-links.js';
import { invitation } from './es/invitation.js';
import { links } from './es/links.js';
import { onboardings } from './es/onboardings.js';
import { table } from './es/table.js';

export const es: AllTexts = {
  ...common,
  ...connect,
  ...table,
  ...onboardings,
  ...invitation,
  ...links,
  ...writingLinks,
};

announceLocale('es', es);
