import { describe } from 'node:test';
import { testBasicLevel } from './basic-level.js';
import { testFullLevel } from './full-level.js';
import { django, nginx, php, sinatra } from './hosts.js';

// Most of these tests wait for a second to end, so that side by side they take hardly longer than one.
describe('example proxies for hosts without Node', { concurrency: true }, () => {
  for (const host of [php, django, sinatra]) testFullLevel(host);
  testBasicLevel(nginx);
});
