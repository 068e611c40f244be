import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import ts from 'typescript';
import { inRoot } from '../paths.js';

/** No browser can parse a decorator, and some bundlers pass them on without a word. */
export async function assertNoDecorators(folder: string): Promise<void> {
  for (const file of await scriptsIn(folder)) {
    const script = await parse(file);
    if (some(script, ts.isDecorator)) throw new Error(`${file} holds a raw decorator.`);
  }
}

/** A file with `import` or `export` is no classic script; it may load `later` what it needs later. */
export async function assertClassicScript(file: string, later: readonly string[] = []): Promise<void> {
  const script = await parse(file);
  const isModule = script.statements.some(
    (statement) =>
      ts.isImportDeclaration(statement) ||
      ts.isExportDeclaration(statement) ||
      ts.isExportAssignment(statement),
  );
  const isUnexpected = (node: ts.Node): boolean =>
    isDynamicImport(node) && !later.some((path) => isImportOf(path, node.parent));
  if (isModule || some(script, isUnexpected)) throw new Error(`${file} imports or exports something.`);
  if (script.statements.some((statement) => !isWrapped(statement)))
    throw new Error(`${file} leaves a name on window.`);
}

/** Each statement must be a call (of the wrapping function) or a directive. */
const isWrapped = (statement: ts.Statement): boolean =>
  ts.isEmptyStatement(statement) ||
  (ts.isExpressionStatement(statement) && !ts.isBinaryExpression(statement.expression));

const isDynamicImport = (node: ts.Node): boolean => node.kind === ts.SyntaxKind.ImportKeyword;

const isImportOf = (path: string, call: ts.Node): boolean =>
  ts.isCallExpression(call) &&
  call.arguments.some((node) => ts.isStringLiteralLike(node) && node.text === path);

const some = (node: ts.Node, wanted: (node: ts.Node) => boolean): boolean =>
  wanted(node) || (ts.forEachChild(node, (child) => some(child, wanted) || undefined) ?? false);

const parse = async (file: string): Promise<ts.SourceFile> =>
  ts.createSourceFile(file, await readFile(file, 'utf8'), ts.ScriptTarget.Latest, true, ts.ScriptKind.JS);

async function scriptsIn(folder: string): Promise<string[]> {
  const files = await readdir(folder, { recursive: true });
  return files.filter((file) => file.endsWith('.js')).map((file) => join(folder, file));
}

/** Every check that the finished `dist/` must pass. */
export async function checkBuild(): Promise<void> {
  await assertNoDecorators(inRoot('dist'));
  await assertClassicScript(inRoot('dist/connect-district.js'));
  await assertClassicScript(inRoot('dist/all.js'), ['./links-import.js']);
  await assertClassicScript(inRoot('dist/return-page.js'));
}
