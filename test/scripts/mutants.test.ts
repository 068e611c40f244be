import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { compare } from '../../scripts/mutants/explained.js';
import { mutantsIn } from '../../scripts/mutants/mutants.js';
import { scoreOf } from '../../scripts/mutants/scores.js';

const source = 'const a = 1;\n  if (a > 0) {\n    go();\n  } else stop();\n';

const [edge, empty] = mutantsIn({
  'src/x.ts': {
    language: 'typescript',
    source,
    mutants: [
      {
        id: '1',
        mutatorName: 'EqualityOperator',
        status: 'Survived',
        location: { start: { line: 2, column: 7 }, end: { line: 2, column: 12 } },
        replacement: 'a >= 0',
      },
      {
        id: '2',
        mutatorName: 'BlockStatement',
        status: 'Timeout',
        location: { start: { line: 2, column: 14 }, end: { line: 4, column: 4 } },
        replacement: '{}',
      },
    ],
  },
});
assert(edge && empty);

describe('mutants', () => {
  it('are named by their line and what becomes of it', () => {
    assert.deepEqual([edge.line, edge.becomes], ['if (a > 0) {', 'if (a >= 0) {']);
    assert.deepEqual([empty.line, empty.becomes], ['if (a > 0) {', 'if (a > 0) {} else stop();']);
  });

  it('are killed by a time-out, too', () => {
    assert.deepEqual(scoreOf('all', [edge, empty]), {
      name: 'all',
      killed: 1,
      survived: 1,
      total: 2,
      percent: 50,
    });
  });
});

describe('explanations', () => {
  const of = (becomes: string, file = 'src/x.ts') => ({
    file,
    why: 'zero is never given',
    mutants: [['if (a > 0) {', becomes]] as [string, string][],
  });

  it('explain the survivor that they name', () => {
    assert.deepEqual(compare([edge, empty], [of('if (a >= 0) {')]), { unexplained: [], outdated: [] });
    assert.deepEqual(compare([edge, empty], []).unexplained, [edge]);
  });

  it('are outdated when it is gone, if their file was tried', () => {
    assert.deepEqual(compare([edge, empty], [of('if (a > 0) {} else stop();')]).outdated, []);
    const gone = 'src/x.ts: if (a > 0) { ⇒ if (false) {';
    assert.deepEqual(compare([edge, empty], [of('if (false) {')]).outdated, [gone]);
    assert.deepEqual(compare([edge, empty], [of('if (false) {', 'src/y.ts')]).outdated, []);
  });
});
