import { testFullLevel } from './full-level.js';
import { sinatra } from './hosts.js';

testFullLevel(sinatra);
