import { testFullLevel } from './full-level.js';
import { php } from './hosts.js';

testFullLevel(php);
