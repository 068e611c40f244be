import type { Grant } from '../../../src/proxy/index.js';

const everything: Grant['can'] = ['read', 'create', 'delete'];

/** Who can sign in here. Anna and Carol work for the same district. */
export const people = {
  anna: { tenant: 'usd-259', actor: 'anna@usd259.example', scope: 'own', can: everything },
  carol: { tenant: 'usd-259', actor: 'carol@usd259.example', scope: 'own', can: everything },
  ben: { tenant: 'usd-500', actor: 'ben@usd500.example', scope: 'own', can: everything },
} satisfies Record<string, Grant>;

export type Person = keyof typeof people;

/** The session is a cookie that says who it is. Cookies know no port, so each host has a name of its own. */
export interface Session {
  whoIs: (cookies: string | null | undefined) => Grant | null;
  /** `Set-Cookie` for somebody who signs in; for nobody, it signs out. */
  cookieFor: (person: string | null) => string;
}

export function createSession(port: number): Session {
  const name = `session-${port}`;
  return {
    whoIs(cookies) {
      const person = new RegExp(`(?:^|; )${name}=(\\w+)`).exec(cookies ?? '')?.[1] ?? '';
      return Object.hasOwn(people, person) ? people[person as Person] : null;
    },
    cookieFor: (person) => `${name}=${person ?? '; Max-Age=0'}; Path=/; HttpOnly; SameSite=Lax`,
  };
}
