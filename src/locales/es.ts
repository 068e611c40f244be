import { announceLocale } from './announce.js';
import type { AllTexts } from './en.js';
import { common } from './es/common.js';
import { connect } from './es/connect.js';

export const es: AllTexts = { ...common, ...connect };

announceLocale('es', es);
