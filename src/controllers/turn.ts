/** Asks, unless another tab of this browser is asking at this moment: then it gives `undefined`. */
export type InTurn = <Result>(name: string, ask: () => Promise<Result>) => Promise<Result | undefined>;

/** The lock is held only while asking: one that is held for longer keeps a page out of the back-forward cache. */
export async function inTurn<Result>(name: string, ask: () => Promise<Result>): Promise<Result | undefined> {
  let asking: Promise<Result> | undefined;
  try {
    return await navigator.locks.request(name, { ifAvailable: true }, (lock) =>
      lock ? (asking = ask()) : undefined,
    );
  } catch {
    // No locks in an old browser, without a secure context, in a sandboxed frame; or the question itself has failed.
    return asking ?? ask();
  }
}
