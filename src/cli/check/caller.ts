/** Somebody who asks the proxy: the headers that make the session, cookies among them. */
export interface Caller {
  readonly headers: Readonly<Record<string, string>>;
}

/** Somebody who is not signed in. */
export const nobody: Caller = { headers: {} };

/** What may stand beside a session, and is checked before it. */
const isNoSession = (name: string): boolean => /csrf|xsrf|^(origin|referer|sec-.*)$/i.test(name);

/** Somebody who sends what a session looks like, and is nobody all the same. */
export const impostorOf = ({ headers }: Caller): Caller => ({
  headers: Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, isNoSession(name) ? value : forged(name, value)]),
  ),
});

function forged(name: string, value: string): string {
  if (name.toLowerCase() !== 'cookie') return value.replace(/\S+$/, () => crypto.randomUUID());
  const forgedCookie = (cookie: string): string => {
    const [called = ''] = cookie.split('=');
    return isNoSession(called) ? cookie : `${called}=${crypto.randomUUID()}`;
  };
  return value.split(/;\s*/).map(forgedCookie).join('; ');
}

/** What must not be printed: every value, and its parts (the token of `Bearer …`, the value of each cookie). */
export const secretsOf = ({ headers }: Caller): string[] => partsOf(Object.values(headers), 4);

/** What no answer may repeat: of headers that carry a session, and long enough to be there by no chance. */
export function credentialsOf({ headers }: Caller): string[] {
  const carriers = Object.entries(headers).filter(([name]) => /cookie|auth|token|key|session/i.test(name));
  return partsOf(
    carriers.map(([, value]) => value),
    20,
  );
}

function partsOf(values: readonly string[], shortest: number): string[] {
  const parts = values
    .flatMap((value) => value.split(/;\s*|\s/))
    .map((part) => part.replace(/^[\w-]+=(?=.)/, ''));
  const all = [...values, ...parts].filter((text) => text.length >= shortest && !isScheme(text));
  // The longest first, so that no half of one is left.
  return [...new Set(all)].sort((left, right) => right.length - left.length);
}

const isScheme = (text: string): boolean => /^(bearer|basic|token)$/i.test(text);

export const mask = (text: string, secrets: readonly string[]): string =>
  secrets.reduce((masked, secret) => masked.replaceAll(secret, '•••'), text);
