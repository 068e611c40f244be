import { latency } from './latency.js';
import type { Benchmark } from './measurement.js';
import { cachedPolls } from './proxy/cached-polls.js';
import { polling } from './proxy/polling.js';
import { search } from './search.js';
import { sizes } from './sizes.js';

const benchmarks: Benchmark[] = [sizes, polling, cachedPolls, latency, search];

const results = [];
for (const benchmark of benchmarks) results.push(...(await benchmark()));

if (process.argv.includes('--json')) console.log(JSON.stringify(results, null, 2));
else console.table(results.map(({ name, ...rest }) => ({ name, ...rest, goal: rest.goal ?? '' })));
