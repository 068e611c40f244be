/** A page where JSON is due: of a gateway, a login, a framework. */
export function htmlPage(status: number): Response {
  const title = status === 200 ? 'Sign in' : `${status} Bad luck`;
  const body = `<!doctype html><html lang="en"><title>${title}</title><h1>${title}</h1></html>`;
  return new Response(body, { status, headers: { 'Content-Type': 'text/html; charset=utf-8' } });
}
