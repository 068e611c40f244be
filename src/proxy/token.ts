import { ProxyFailure } from './failure.js';
import { callHost } from './host-call.js';

/** Anything else could not stand in an `Authorization` header, or would add a second one. */
const isToken = (token: unknown): token is string =>
  typeof token === 'string' && /^[\x21-\x7e]+$/.test(token);

export const isTokenSource = (token: unknown): boolean => typeof token === 'function' || isToken(token);

/** What a call is made for: to read, or to change something. */
export type Use = 'read' | 'write';

/** @throws ProxyFailure `host_not_ready` when the host's function gives no token, or takes longer than `longest`. */
export async function readToken<Of extends unknown[]>(
  given: string | ((...of: Of) => string | Promise<string>) | undefined,
  of: Of,
  longest: number,
): Promise<string> {
  const token = typeof given === 'function' ? await callHost(() => given(...of), longest) : given;
  if (!isToken(token)) throw new ProxyFailure('host_not_ready', { status: 500 });
  return token;
}
