import { writeFile } from 'node:fs/promises';
import { renderOpenapi } from '../docs.js';
import { inRoot } from '../paths.js';

/** The contract for those who write a proxy of their own; also in `docs/`, for readers. */
export async function buildOpenapi(): Promise<void> {
  await writeFile(inRoot('dist/openapi.json'), await renderOpenapi());
}
