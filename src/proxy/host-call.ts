import { ProxyFailure } from './failure.js';

/** Milliseconds for a function of the host's that writes or asks a database. */
export const hostDeadline = 30_000;

/**
 * Calls a function of the host's: one that never settles must not hold up everybody who waits for it.
 * @throws ProxyFailure `host_not_ready` when it takes longer; otherwise what it throws itself.
 */
export async function callHost<T>(call: () => T, longest: number): Promise<Awaited<T>> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new ProxyFailure('host_not_ready', { retryAfter: 5 })), longest);
  });
  try {
    return await Promise.race([call(), tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
