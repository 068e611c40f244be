import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { runInNewContext } from 'node:vm';
import ts from 'typescript';

const folder = join(import.meta.dirname, '../../src/locales');

/**
 * Runs one file of `src/locales` by itself; `imports` stand for the files of these names, the others are run too. A
 * language announces itself when it is loaded, which needs a browser's registry: here it is given one, and nothing is
 * installed globally.
 */
export function evaluate(
  file: string,
  imports: Record<string, object>,
  globals: object = {},
): Record<string, unknown> {
  const source = readFileSync(join(folder, file), 'utf8');
  const { outputText } = ts.transpileModule(source, {
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 },
  });
  const exports: Record<string, unknown> = {};
  const require = (path: string): object =>
    imports[basename(path, '.js')] ??
    evaluate(join(dirname(file), path.replace(/js$/, 'ts')), imports, globals);
  runInNewContext(outputText, { exports, require, ...globals });
  return exports;
}
