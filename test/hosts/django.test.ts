import { testFullLevel } from './full-level.js';
import { django } from './hosts.js';

testFullLevel(django);
