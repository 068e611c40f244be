/** A request whose body has been read, so that it can be logged and answered. */
export interface UpstreamRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: Headers;
  readonly body: string;
}

export async function readUpstreamRequest(request: Request): Promise<UpstreamRequest> {
  const { method, url, headers } = request;
  return { method, url: new URL(url), headers, body: await request.text() };
}
