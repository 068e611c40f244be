import type { Answer } from '../answer.js';
import type { CheckRun } from '../check-run.js';

/** What a server writes when it says too much. */
const signs: [name: string, pattern: RegExp][] = [
  ['an access token', /"(access|refresh|id)_token"\s*:\s*"[^"]/i],
  ['a secret or password', /"[\w-]*(secret|password|api_?key|private_key)"\s*:\s*"[^"]/i],
  ['a bearer token', /\bbearer\s+[\w.~+/-]{12,}/i],
  ['a JSON Web Token', /\beyJ[\w-]{8,}\.eyJ[\w-]{8,}\./],
  [
    'a stack trace',
    /Traceback \(most recent call last\)|\n\s+at \S+ \(?\S+:\d+:\d+\)?|#0 \S+\(\d+\)|\.rb:\d+:in [`']/,
  ],
];

/** Says what kind of thing it is, and never the thing. */
export function secretComplaint({ text, headers }: Answer, { credentials }: CheckRun): string | undefined {
  const all = [text, ...[...headers].map(([name, value]) => (name === 'set-cookie' ? '' : value))].join('\n');
  const decoded = all.replaceAll('\\n', '\n');
  const sign = signs.find(([, pattern]) => pattern.test(decoded))?.[0];
  const found =
    sign ?? (credentials.some((one) => all.includes(one)) ? 'the session that was sent' : undefined);
  return (
    found && `${found} in an answer: build every answer field by field, and write errors in your own words`
  );
}
