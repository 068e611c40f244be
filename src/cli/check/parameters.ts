import { isUuid } from '../../contract/uuid.js';
import { readParameters } from '../read-parameters.js';
import { UsageError } from '../usage-error.js';
import type { Caller } from './caller.js';
import type { CheckOptions } from './check.js';
import { levels, type Level } from './rule.js';

const texts = { type: 'string', multiple: true, default: [] as string[] } as const;

const options = {
  level: { type: 'string', default: 'full' },
  write: { type: 'boolean', default: false },
  header: texts,
  cookie: texts,
  'other-header': texts,
  'other-cookie': texts,
  completed: { type: 'string' },
  body: { type: 'string', default: '{}' },
  timeout: { type: 'string', default: '10000' },
  json: { type: 'boolean', default: false },
  junit: { type: 'string' },
} as const;

export interface CheckParameters {
  readonly check: Omit<CheckOptions, 'fetch' | 'signal'>;
  /** Print JSON instead of text. */
  readonly json: boolean;
  /** Where the JUnit file goes. */
  readonly junit: string | undefined;
}

/** @throws UsageError that names what is wrong, without the value of a header or cookie. */
export function readCheckParameters(args: string[]): CheckParameters {
  const { values, positionals } = readParameters({ args, options, allowPositionals: true });
  const other = readCaller('other-', values['other-header'], values['other-cookie']);
  const { completed } = values;
  if (completed !== undefined && !isUuid(completed)) throw new UsageError('--completed must be a UUID.');
  return {
    check: {
      url: readUrl(positionals),
      level: readLevel(values.level),
      write: values.write,
      caller: readCaller('', values.header, values.cookie),
      other: Object.keys(other.headers).length > 0 ? other : undefined,
      completed: completed?.toLowerCase(),
      body: readBody(values.body),
      timeout: readTimeout(values.timeout),
    },
    json: values.json,
    junit: values.junit,
  };
}

function readUrl([text = '', ...others]: string[]): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isPlain = url && /^https?:$/.test(url.protocol) && !url.username && !url.password;
  if (others.length === 0 && isPlain && !url.search && !url.hash) return url;
  throw new UsageError(
    'Give one URL, that of the proxy: http(s)://host/path, without user name, query or fragment.',
  );
}

function readLevel(text: string): Level {
  const level = levels.find((one) => one === text);
  if (level) return level;
  throw new UsageError(`--level must be ${levels.join(' or ')}, not "${text}".`);
}

function readCaller(which: string, headers: readonly string[], cookies: readonly string[]): Caller {
  const all = new Headers();
  for (const header of headers) {
    const [, name = '', value = ''] = /^([^:]+):\s*(.+)$/.exec(header) ?? [];
    try {
      all.append(name, value);
    } catch {
      throw new UsageError(`--${which}header must be "Name: value".`);
    }
  }
  if (!cookies.every((cookie) => /^[^=;\s]+=[^;\s]*$/.test(cookie)))
    throw new UsageError(`--${which}cookie must be "name=value".`);
  if (cookies.length > 0) all.set('Cookie', cookies.join('; '));
  return { headers: Object.fromEntries(all) };
}

function readBody(text: string): Record<string, unknown> {
  try {
    const body = JSON.parse(text) as unknown;
    if (typeof body === 'object' && body !== null && !Array.isArray(body))
      return body as Record<string, unknown>;
  } catch {
    // Said below.
  }
  throw new UsageError('--body must be a JSON object.');
}

function readTimeout(text: string): number {
  if (/^[1-9]\d{0,5}$/.test(text)) return Number(text);
  throw new UsageError(`--timeout must be a number of milliseconds above 0, not "${text}".`);
}
