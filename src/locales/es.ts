import { announceLocale } from './announce.js';
import type { AllTexts } from './en.js';
import { common } from './es/common.js';
import { connect } from './es/connect.js';
import { importing } from './es/importing.js';
import { links } from './es/links.js';
import { onboardings } from './es/onboardings.js';
import { table } from './es/table.js';

export const es: AllTexts = { ...common, ...connect, ...table, ...onboardings, ...links, ...importing };

announceLocale('es', es);
