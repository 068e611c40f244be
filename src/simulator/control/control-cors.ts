const loopbackOrigin = /^https?:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/;

/** A demo's page on another port of this machine may use the control routes; no other site may. */
export function corsHeaders(request: Request): Headers {
  const origin = request.headers.get('Origin');
  const headers = new Headers({ Vary: 'Origin' });
  if (!origin || !loopbackOrigin.test(origin)) return headers;
  headers.set('Access-Control-Allow-Origin', origin);
  headers.set('Access-Control-Allow-Methods', 'GET, PATCH, POST');
  headers.set('Access-Control-Allow-Headers', 'Content-Type');
  return headers;
}
