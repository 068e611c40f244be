import { readFileSync, renameSync, writeFileSync } from 'node:fs';

/** What the file holds, or the fallback where there is none yet. */
export function readJson<T>(file: string, fallback: T): T {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as T;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return fallback;
    throw new Error(`${file} cannot be read. Start afresh: npm start -- --fresh`, { cause: error });
  }
}

/** The old file or the new one, never half of it. */
export function writeJson(file: string, content: unknown): void {
  writeFileSync(`${file}.new`, JSON.stringify(content, null, 2), { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

/** Writes what `look` sees, whenever it is called and something has changed since. */
export function keepJson(file: string, look: () => unknown): () => void {
  let written = '';
  return () => {
    const content = look();
    if (written !== (written = JSON.stringify(content))) writeJson(file, content);
  };
}
