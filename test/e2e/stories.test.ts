import { stories } from './stories/index.js';
import { tellStories } from './stories/scenario.js';

tellStories(stories, (engine, variant) => engine === 'chromium' || !variant);
