import { declareClassPlugin, declareValuePlugin, PluginKind } from '@stryker-mutator/api/plugin';
import { NodeTestRunner } from './test-runner.js';
import { sentences } from './sentences.js';

export const strykerPlugins = [
  declareClassPlugin(PluginKind.TestRunner, 'node-test', NodeTestRunner),
  declareValuePlugin(PluginKind.Ignore, 'sentences', sentences),
];
