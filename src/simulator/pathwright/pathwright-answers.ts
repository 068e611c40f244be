import type { PathwrightError } from './pathwright-error.js';

/** A 401 has to say how one signs in (RFC 9110 §11.6.1), and Django REST Framework does. */
export function errorAnswer({ status, body }: PathwrightError): Response {
  return Response.json(body, { status, ...(status === 401 && { headers: { 'WWW-Authenticate': 'Token' } }) });
}

export function throttledAnswer(seconds: number): Response {
  const wait = `${seconds} second${seconds === 1 ? '' : 's'}`;
  return Response.json({ detail: `Request was throttled. Expected available in ${wait}.` }, { status: 429 });
}
