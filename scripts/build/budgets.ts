import { inRoot } from '../paths.js';
import { sizesOf } from './sizes.js';

/** Bytes of gzip: what we aim at, and where the build fails. */
export const budgets = {
  'dist/connect-district.js': { goal: 20_000, limit: 22_500 },
  'dist/all.js': { goal: 32_000, limit: 36_000 },
  'dist/return-page.js': { goal: 400, limit: 400 },
} as const;

export async function holdBudgets(): Promise<void> {
  for (const [file, { goal, limit }] of Object.entries(budgets)) {
    const { gzip } = await sizesOf(inRoot(file));
    console.log(`${file}: ${gzip} bytes gzip (goal ${goal}, limit ${limit})`);
    if (gzip > limit) throw new Error(`${file} is ${gzip - limit} bytes over its limit.`);
  }
  console.log(`${late}: ${(await sizesOf(inRoot(late))).gzip} bytes gzip, loaded for an import only`);
}

const late = 'dist/links-import.js';
