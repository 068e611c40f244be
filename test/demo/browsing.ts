/** Somebody with a browser: it keeps the session's cookie, sends `Origin` where browsers do, follows no redirect. */
export interface Visitor {
  /** As the server set it, with its attributes. */
  readonly cookie: string;
  get(path: string, options?: { fresh?: boolean }): Promise<Response>;
  send(method: string, path: string, body?: BodyInit, headers?: Record<string, string>): Promise<Response>;
  /** A form. */
  post(path: string, fields?: Record<string, string>): Promise<Response>;
  /** What the element sends at the click. */
  create(proxy?: string): Promise<Response>;
  signIn(person: string): Promise<Visitor>;
}

export function visit(url: string, cookie = ''): Visitor {
  const send: Visitor['send'] = (method, path, body, headers) =>
    fetch(url + path, {
      method,
      redirect: 'manual',
      ...(body !== undefined && { body }),
      headers: {
        Cookie: cookie.split(';')[0] ?? '',
        'X-Requested-With': 'connect-district',
        ...(method !== 'GET' && { Origin: url }),
        ...headers,
      },
    });
  const post: Visitor['post'] = (path, fields = {}) => send('POST', path, new URLSearchParams(fields));
  return {
    cookie,
    send,
    post,
    get: (path, { fresh = false } = {}) =>
      send('GET', path, undefined, fresh ? { 'Cache-Control': 'no-cache' } : {}),
    create: (proxy = '/edlink') =>
      send('POST', `${proxy}/onboardings`, JSON.stringify({ redirect_uri: `${url}/return.html` }), {
        'Content-Type': 'application/json',
        'Idempotency-Key': crypto.randomUUID(),
      }),
    async signIn(person) {
      const answer = await post('/sign-in', { person });
      return visit(url, answer.headers.get('Set-Cookie') ?? '');
    },
  };
}
