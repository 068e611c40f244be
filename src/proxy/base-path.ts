/** What the base path's `:tenant` stands for in a request's URL, if it has one. */
export type PathParams = Readonly<Record<string, string>>;

export interface BasePathMatch {
  params: PathParams;
  /** What follows the base path, without the slash between. */
  rest: string;
}

/** Matches the beginning of a raw pathname, whole segments only. `undefined` means that it is not ours. */
export type BasePathMatcher = (pathname: string) => BasePathMatch | undefined;

const literalSegment = /^[\w.~-]+$/;
const tenantSegment = ':tenant';

/** @throws TypeError when the option is not a path like `/edlink` or `/districts/:tenant/edlink`. */
export function compileBasePath(basePath: string): BasePathMatcher {
  const isText = typeof basePath === 'string' && basePath.startsWith('/');
  const segments = !isText || basePath === '/' ? [] : basePath.split('/').slice(1);
  const isPath = isText && segments.every((text) => isSegment(text));
  if (!isPath || segments.indexOf(tenantSegment) !== segments.lastIndexOf(tenantSegment)) {
    throw new TypeError(
      `createProxy: basePath must be a path such as '/edlink' or '/districts/:tenant/edlink', with at most one ':tenant' and no slash at its end; got ${JSON.stringify(basePath)}`,
    );
  }
  return (pathname) => match(segments, pathname);
}

const isSegment = (text: string): boolean =>
  text === tenantSegment || (literalSegment.test(text) && text !== '.' && text !== '..');

function match(segments: readonly string[], pathname: string): BasePathMatch | undefined {
  const given = pathname.split('/').slice(1);
  if (given.length <= segments.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, segment] of segments.entries()) {
    const text = given[index] as string;
    if (segment !== tenantSegment) {
      if (text !== segment) return undefined;
      continue;
    }
    const value = decodeSegment(text);
    if (value === undefined) return undefined;
    params['tenant'] = value;
  }
  return { params, rest: given.slice(segments.length).join('/') };
}

/** A value that would mean something else in a path, or that has no one spelling, is no value. */
function decodeSegment(text: string): string | undefined {
  try {
    const value = decodeURIComponent(text);
    // eslint-disable-next-line no-control-regex
    return value === '' || value === '.' || value === '..' || /[/\\\u0000-\u001f]/.test(value)
      ? undefined
      : value;
  } catch {
    return undefined;
  }
}

/**
 * The path as the request has it, because `new URL(…).pathname` would resolve `%2e%2e` before anybody looked at it. A
 * `Request` that was made with `new` has had that done to it already, and nobody can see it any more: what is matched
 * is then the resolved path, which is also all that is acted upon. `openProxy` looks at the raw path before.
 */
export function rawPathname(url: string): string {
  const path = url.replace(/^[A-Za-z][\w+.-]*:\/\/[^/?#]*/, '');
  return path.replace(/[?#].*/s, '');
}
