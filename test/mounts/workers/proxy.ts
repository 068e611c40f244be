import { env } from 'cloudflare:workers';
import { createProxy } from '../../../src/proxy/index.js';
import { memoryStore } from '../memory-store.js';
import { optionsFor } from '../options.js';

export const proxy = createProxy({ ...optionsFor(env.EDLINK_URL), store: memoryStore(), watched: true });
