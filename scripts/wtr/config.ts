import { defaultReporter, type TestRunnerConfig } from '@web/test-runner';
import { chooseBrowsers } from '../browsers.js';
import { root } from '../paths.js';
import { cloneable } from './cloneable.js';
import { countingReporter } from './counts.js';
import { emulate } from './emulate.js';
import { launchers } from './launchers.js';
import { viewport } from './viewport.js';
import { viteForTestRunner } from './vite.js';
import { testServer } from '../../test/elements/server.js';

const { found, missing, lacking } = chooseBrowsers();
if (missing.length > 0) console.warn(`Not on this machine: ${missing.join(', ')}.`);
if (lacking.length > 0) throw new Error(`These tests need ${lacking.join(', ')}: see CONTRIBUTING.md.`);

const vite = await viteForTestRunner();
const { TEST_COUNTS: countsFile } = process.env;

const config: TestRunnerConfig = {
  files: 'test/elements/**/*.test.ts',
  rootDir: root,
  nodeResolve: false,
  // WebDriver has one window, and two files at a time gain nothing on two cores
  concurrency: 1,
  browsers: await Promise.all(found.map(async (engine) => await launchers[engine]())),
  browserStartTimeout: 60_000,
  testsStartTimeout: 60_000,
  testsFinishTimeout: 300_000,
  // Only a failure takes so long: tests wait for conditions, and a slow machine gets its time.
  testFramework: { config: { timeout: '30000' } },
  middleware: [testServer(), vite.middleware],
  plugins: [cloneable, viewport, emulate, vite.plugin],
  reporters: [defaultReporter(), ...(countsFile ? [countingReporter(countsFile)] : [])],
  filterBrowserLogs: ({ args }) => !String(args[0]).startsWith('Lit is in dev mode'),
};

export default config;
