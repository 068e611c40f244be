import type { Engine } from '../browsers/index.js';
import { accessible } from './accessible.js';
import { connecting } from './connecting.js';
import { endings } from './endings.js';
import { outages } from './outages.js';
import { pages } from './pages.js';
import { patience } from './patience.js';
import { reload } from './reload.js';
import { sessions } from './sessions.js';
import { waysAround } from './ways-around.js';

/** All topics, those that take longest first. */
export const stories = [
  endings,
  connecting,
  reload,
  sessions,
  outages,
  waysAround,
  pages,
  accessible,
  patience,
];

/** Where engines differ: the tab, what a reload keeps, policies, languages, time. */
const ofEngines = [connecting, reload, pages, patience].map(({ title }) => title);

/** What `npm test` tells: everything in Chromium, elsewhere what engines do differently. The long run tells the rest. */
export const isToldSoon = (engine: Engine, variant: boolean, title: string): boolean =>
  engine === 'chromium' || (!variant && ofEngines.includes(title));
