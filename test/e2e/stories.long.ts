import { isToldSoon, stories } from './stories/index.js';
import { tellStories } from './stories/scenario.js';

// What `npm test` tells in Chromium only.
tellStories(stories, (...story) => !isToldSoon(...story));
