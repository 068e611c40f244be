/**
 * Milliseconds that have passed, for what has to last a while. A clock that is set back (by NTP, or in a machine that was
 * resumed) would make it last as much longer: a pause of seconds, or an answer that is shared, for hours.
 */
export function createStopwatch(now: () => number): () => number {
  let last = now();
  let elapsed = 0;
  return () => {
    const at = now();
    elapsed += Math.max(0, at - last);
    last = at;
    return elapsed;
  };
}
