import type { Html } from './html.js';

/** As strict as a policy gets: no inline script or style, nothing from elsewhere, Trusted Types for Lit alone. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types lit-html 'allow-duplicates'",
].join('; ');

/** For every answer of the site but the proxy's, which has its own. */
const headersOf = (type: string, cache: string): Record<string, string> => ({
  'Content-Type': type,
  'Cache-Control': cache,
  'Content-Security-Policy': policy,
  'Referrer-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
});

export const page = (content: Html, status = 200): Response =>
  new Response(content.text, { status, headers: headersOf('text/html; charset=utf-8', 'no-store') });

export const file = (content: Uint8Array<ArrayBuffer>, type: string): Response =>
  new Response(content, { headers: headersOf(type, 'no-cache') });

export const json = (content: unknown, status = 200): Response =>
  new Response(JSON.stringify(content), { status, headers: headersOf('application/json', 'no-store') });

export const plain = (text: string, status: number): Response =>
  new Response(text, { status, headers: headersOf('text/plain; charset=utf-8', 'no-store') });

export const seeOther = (location: string, cookie?: string): Response =>
  new Response(null, {
    status: 303,
    headers: { Location: location, 'Cache-Control': 'no-store', ...(cookie && { 'Set-Cookie': cookie }) },
  });
