import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { readJson, writeJson } from './json-file.js';
import { people, type Person } from './people.js';

/** Signed cookies. The secret is kept, so that a restart signs nobody out. */
export interface Sessions {
  /** Who is signed in, or `null`. */
  read(request: Request): Person | null;
  /** The `Set-Cookie` of whoever signs in. */
  begin(person: Person): string;
  /** The `Set-Cookie` of whoever signs out. */
  end(): string;
}

const name = 'lessonlake_session';
const attributes = 'Path=/; HttpOnly; SameSite=Lax';
const aDay = 24 * 60 * 60;

export function openSessions(file: string): Sessions {
  const secret = readSecret(file);
  const sign = (text: string) => createHmac('sha256', secret).update(text).digest('base64url');
  return {
    read(request) {
      const [id = '', until = '', signature = ''] = cookieOf(request).split('.');
      if (!isSame(signature, sign(`${id}.${until}`)) || Number(until) < Date.now()) return null;
      return people.find((person) => person.id === id) ?? null;
    },
    begin({ id }) {
      const content = `${id}.${Date.now() + aDay * 1000}`;
      return `${name}=${content}.${sign(content)}; Max-Age=${aDay}; ${attributes}`;
    },
    end: () => `${name}=; Max-Age=0; ${attributes}`,
  };
}

function readSecret(file: string): string {
  const kept = readJson<string | null>(file, null);
  if (kept !== null) return kept;
  const secret = randomBytes(32).toString('base64url');
  writeJson(file, secret);
  return secret;
}

function cookieOf({ headers }: Request): string {
  const cookies = (headers.get('Cookie') ?? '').split(/;\s*/);
  return cookies.find((cookie) => cookie.startsWith(`${name}=`))?.slice(name.length + 1) ?? '';
}

function isSame(given: string, expected: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(expected)];
  return one.length === other.length && timingSafeEqual(one, other);
}
