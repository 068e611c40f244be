import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import manifest from '../../package.json' with { type: 'json' };

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** A path of the exports map with the files that it promises; a `*` is filled with each file that fits. `null` hides. */
export interface Entry {
  path: string;
  files: string[];
}

type Target = string | { types: string; default: string } | null;

const targets: Record<string, Target> = manifest.exports;

export const entries: Entry[] = Object.entries(targets).flatMap(([path, target]) => {
  if (target === null) return [];
  const files = typeof target === 'string' ? [target] : Object.values(target);
  if (!path.includes('*')) return [{ path, files }];
  return namesThatFit(files.at(-1) ?? '')
    .filter((name) => targets[path.replace('*', name)] !== null)
    .map((name) => ({
      path: path.replace('*', name),
      files: files.map((file) => file.replace('*', name)),
    }));
});

function namesThatFit(pattern: string): string[] {
  const [folder = '', extension = ''] = pattern.split('*');
  return readdirSync(new URL(`../../${folder}`, import.meta.url))
    .filter((file) => file.endsWith(extension))
    .map((file) => file.slice(0, -extension.length));
}
