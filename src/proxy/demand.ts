/** @throws TypeError whose message says which option to change, and into what. */
export function demand(condition: unknown, message: string): asserts condition {
  if (!condition) throw new TypeError(`createProxy: ${message}`);
}

export function readDuration(name: string, duration: number, longest: number): number {
  demand(
    Number.isSafeInteger(duration) && duration > 0 && duration <= longest,
    `${name} must be a whole number of milliseconds above 0, at most ${longest}`,
  );
  return duration;
}
