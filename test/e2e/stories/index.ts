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
