import { type Counts, inSigns, inWords, sum } from './test/counts.js';
import { elementTests } from './test/element-tests.js';
import { nodeTests } from './test/node-tests.js';
import { command, installed, type Part } from './test/part.js';
import { browsers, servers } from './test/programs.js';

const types = command('types', [installed('typescript/bin/tsc'), '--project', 'tsconfig.json']);
const lint = command('lint', [installed('eslint/bin/eslint.js'), '.']);
const build = command('build', ['--import', 'tsx', 'scripts/build.ts']);
const endToEnd = nodeTests('end to end', { concurrency: 1 });
const long = nodeTests('long', { concurrency: 1, timeout: 3_600_000 });

/** What failing parts said, to be shown at the end, where it is looked for. */
const complaints: string[] = [];

/** Runs parts one after the other. A failing one stops nothing: the numbers of all are wanted. */
async function inOrder(...parts: Part[]): Promise<Counts> {
  const all: Counts[] = [];
  for (const part of parts) {
    const started = Date.now();
    const { output, counts } = await part.run();
    const seconds = ((Date.now() - started) / 1000).toFixed(1);
    const heading = `\n── ${part.name}: ${inSigns(counts)}, ${seconds} s ──`;
    console.log(heading);
    if (counts.failed > 0) complaints.push(`${heading}\n${output.trimEnd()}`);
    else console.log(output.trimEnd());
    all.push(counts);
  }
  return sum(all);
}

const checks = await Promise.all([inOrder(browsers, servers, types, lint), inOrder(build)]);
// Most of these tests wait for something most of the time, so that side by side they take two thirds of the time.
const tests = await Promise.all(
  [nodeTests('node', { concurrency: 2 }), elementTests, endToEnd].map((part) => inOrder(part)),
);
const longOnes = process.argv.includes('--long') ? [await inOrder(long)] : [];

for (const complaint of complaints) console.log(complaint);
const total = sum([...checks, ...tests, ...longOnes]);
console.log(`\n${inWords(total)}`);
process.exitCode = total.failed > 0 ? 1 : 0;
