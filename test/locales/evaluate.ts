import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import ts from 'typescript';

const folder = join(import.meta.dirname, '../../src/locales');

/**
 * Runs one file of `src/locales` by itself, with what it takes from others passed in. A language announces itself when
 * it is loaded, which needs a browser's registry: here it is given one, and nothing is installed globally.
 */
export function evaluate(file: string, imports: object, globals: object = {}): Record<string, unknown> {
  const source = readFileSync(join(folder, file), 'utf8');
  const { outputText } = ts.transpileModule(source, {
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 },
  });
  const exports: Record<string, unknown> = {};
  runInNewContext(outputText, { exports, require: () => imports, ...globals });
  return exports;
}
