import { checkSpoilt, triedSoon } from './spoiling.js';

checkSpoilt((fault) => !triedSoon.has(fault));
