import { posix } from 'node:path';
import { importsOf } from './imports.js';
import { rules } from './rules.js';

/** What is wrong with a file's imports, a sentence each. `file` is relative to `src/`. */
export function violationsIn(file: string, source: string): string[] {
  const layer = layerOf(file);
  const rule = layer && rules[layer];
  if (!rule) return [`src/${file} is in no layer: give it a row in test/layers/rules.ts.`];
  return importsOf(source).flatMap((specifier) => {
    const target = specifier.startsWith('.')
      ? layerOf(posix.join(posix.dirname(file), specifier))
      : undefined;
    const isAllowed = specifier.startsWith('.')
      ? target === layer || rule.ours.includes(target ?? '')
      : rule.theirs.includes(packageOf(specifier));
    if (isAllowed) return [];
    const allowed = [...rule.ours, ...rule.theirs].join(', ') || 'nothing';
    return [`src/${file} imports '${specifier}', but ${layer} may import only itself and: ${allowed}.`];
  });
}

function layerOf(file: string): string | undefined {
  const path = file.replace(/\.[jt]s$/, '');
  return Object.keys(rules)
    .filter((layer) => path === layer || path.startsWith(`${layer}/`))
    .sort((a, b) => b.length - a.length)[0];
}

/** `lit/decorators.js` is of `lit`, `@lit/task` of itself, and all of Node is `node:`. */
function packageOf(specifier: string): string {
  if (specifier.startsWith('node:')) return 'node:';
  const [scope = '', name] = specifier.split('/');
  return scope.startsWith('@') ? `${scope}/${name ?? ''}` : scope;
}
