export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

export const nothing = (): Counts => ({ passed: 0, failed: 0, skipped: 0 });

export const sum = (all: Counts[]): Counts =>
  all.reduce(
    (total, counts) => ({
      passed: total.passed + counts.passed,
      failed: total.failed + counts.failed,
      skipped: total.skipped + counts.skipped,
    }),
    nothing(),
  );

/** The closing line: CI reads it. */
export const inWords = ({ passed, failed, skipped }: Counts): string =>
  `${passed} passed, ${failed} failed, ${skipped} skipped`;

/** The same for one part, and unlike the closing line. */
export const inSigns = ({ passed, failed, skipped }: Counts): string =>
  `✓ ${passed} ✗ ${failed} ○ ${skipped}`;
