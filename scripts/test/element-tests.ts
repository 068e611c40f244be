import { nothing } from './counts.js';
import { testFiles } from './files.js';
import { counted, installed, type Part } from './part.js';

export const elementTests: Part = {
  name: 'element tests',
  run: async () => {
    const files = await testFiles('elements');
    if (files.length === 0) return { output: 'none yet\n', counts: nothing() };
    return counted([installed('@web/test-runner/dist/bin.js')]);
  },
};
