/** How a host proves that a request comes from its own page, and how it says who asks. */
export interface HeaderSources {
  readonly csrfHeader: string;
  readonly csrfToken?: string | undefined;
  /** The name of a `<meta>` whose content is the token. */
  readonly csrfMeta?: string | undefined;
  /** The name of a cookie whose value is the token. */
  readonly csrfCookie?: string | undefined;
  readonly headers?: (() => HeadersInit | Promise<HeadersInit>) | undefined;
}

/** The host's headers for one request, read anew each time because sessions and tokens change. */
export async function requestHeaders(sources: HeaderSources, proxy: URL): Promise<Headers> {
  const headers = new Headers(await sources.headers?.());
  const token = csrfToken(sources);
  // The token is this origin's secret.
  if (token && proxy.origin === location.origin) headers.set(sources.csrfHeader, token);
  return headers;
}

function csrfToken({ csrfToken, csrfMeta, csrfCookie }: HeaderSources): string | undefined {
  if (csrfToken) return csrfToken;
  if (csrfMeta)
    return document.querySelector<HTMLMetaElement>(`meta[name="${CSS.escape(csrfMeta)}"]`)?.content;
  const cookie = csrfCookie && document.cookie.split('; ').find((text) => text.startsWith(`${csrfCookie}=`));
  return cookie ? decodeURIComponent(cookie.slice(cookie.indexOf('=') + 1)) : undefined;
}
