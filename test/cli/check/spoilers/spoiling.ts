import type { Spoiler } from '../checking.js';

/** A proxy that does one thing wrong, the rule that has to say so, and with which words. */
export interface Spoilt {
  rules: string[];
  line: RegExp;
  spoil: Spoiler;
  /** `false`: found without --write already. */
  write?: boolean;
}

export const isSignedIn = ({ headers }: Request): boolean =>
  /^session=(anna|ben)$/.test(headers.get('Cookie') ?? '');
export const isBen = ({ headers }: Request): boolean => headers.get('Cookie') === 'session=ben';
export const pathOf = ({ url }: Request): string => new URL(url).pathname;
export const isOne = (request: Request): boolean => /\/onboardings\/[\da-f-]{36}$/i.test(pathOf(request));
export const isList = (request: Request): boolean =>
  request.method === 'GET' && pathOf(request).endsWith('/onboardings');

/** Changes headers of a request; `undefined` removes one. */
export function withHeaders(request: Request, changes: Record<string, string | undefined>): Request {
  const headers = new Headers(request.headers);
  for (const [name, value] of Object.entries(changes)) {
    if (value === undefined) headers.delete(name);
    else headers.set(name, value);
  }
  return new Request(request, { headers });
}

export const asAnna = (request: Request): Request => withHeaders(request, { Cookie: 'session=anna' });

/** The request with another body, if it has an object. */
export async function withBody(
  request: Request,
  change: (body: Record<string, unknown>) => unknown,
): Promise<Request> {
  const text = await request.clone().text();
  if (!/^\{.*\}$/.test(text)) return request;
  const { url, method, headers } = request;
  const body = JSON.stringify(change(JSON.parse(text) as Record<string, unknown>));
  return new Request(url, { method, headers: withoutLength(headers), body });
}

function withoutLength(headers: Headers): Headers {
  const others = new Headers(headers);
  others.delete('Content-Length');
  return others;
}

/** The answer with another status, other headers, another text. */
export async function altered(
  response: Response,
  changes: { status?: number; headers?: Record<string, string>; text?: (text: string) => string },
): Promise<Response> {
  const { status = response.status, text = (same: string) => same } = changes;
  const headers = withoutLength(response.headers);
  for (const [name, value] of Object.entries(changes.headers ?? {})) headers.set(name, value);
  const body = text(await response.text());
  return new Response([204, 304].includes(status) ? null : body, { status, headers });
}

/** The answer with every onboarding in it as `change` makes it. */
export const respelt = (
  response: Response,
  change: (onboarding: Record<string, unknown>) => object,
): Response | Promise<Response> =>
  response.ok && response.status !== 204
    ? altered(response, {
        text(text) {
          const body = JSON.parse(text) as Record<string, unknown> & { $data?: Record<string, unknown>[] };
          return JSON.stringify(body.$data ? { ...body, $data: body.$data.map(change) } : change(body));
        },
      })
    : response;

/** A problem as the reference proxy writes it. */
export const failure = (
  status: number,
  code: string,
  headers: Record<string, string> = {},
): Promise<Response> =>
  Promise.resolve(
    Response.json(
      { type: 'about:blank', title: 'No', status, code },
      {
        status,
        headers: {
          'Content-Type': 'application/problem+json',
          'Cache-Control': 'no-store',
          'X-Content-Type-Options': 'nosniff',
          ...headers,
        },
      },
    ),
  );

export const page = (status: number, title: string): Response =>
  new Response(`<!doctype html><title>${title}</title>`, {
    status,
    headers: { 'Content-Type': 'text/html; charset=utf-8' },
  });
