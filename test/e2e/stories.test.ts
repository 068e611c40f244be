import { isToldSoon, stories } from './stories/index.js';
import { tellStories } from './stories/scenario.js';

tellStories(stories, isToldSoon);
