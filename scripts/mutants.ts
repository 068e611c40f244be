import { existsSync } from 'node:fs';
import { setPriority } from 'node:os';
import { bugs } from '../test/mutants/bugs.js';
import { mutantsIn } from './mutants/mutants.js';
import { plantBugs } from './mutants/plant-bugs.js';
import { report } from './mutants/report.js';
import { tryMutants } from './mutants/try-mutants.js';

// The Redis store needs a Redis to be tried.
const everything = ['src/contract/**/*.ts', 'src/proxy/**/*.ts', '!src/proxy/redis/**'];

const started = Date.now();
// It takes its time, and others may want the machine.
setPriority(10);
// The tests' store writes synchronously, which takes no time in memory.
if (existsSync('/dev/shm')) process.env.TMPDIR ??= '/dev/shm';

const verdicts = await plantBugs(bugs);
const asked = process.argv.slice(2);
const files = await tryMutants(asked.length > 0 ? asked : everything);
const complaints = report(mutantsIn(files), verdicts);

for (const complaint of complaints) console.log(`✗ ${complaint}`);
const minutes = ((Date.now() - started) / 60_000).toFixed(1);
console.log(`\nmutants: ${complaints.length === 0 ? 'passed' : 'failed'} in ${minutes} minutes`);
process.exitCode = complaints.length > 0 ? 1 : 0;
