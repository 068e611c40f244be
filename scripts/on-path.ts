import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

export function onPath(...names: string[]): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return firstThatExists(...names.flatMap((name) => folders.map((folder) => join(folder, name))));
}

export const firstThatExists = (...paths: string[]): string | undefined =>
  paths.find((path) => existsSync(path));
