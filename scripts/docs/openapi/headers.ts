import { longestRetryAfter } from '../../../src/contract/problem.js';

const of = (name: string) => ({ $ref: `#/components/headers/${name}` });

/** What every answer carries. */
export const onEveryAnswer = {
  'Cache-Control': of('CacheControl'),
  Date: of('Date'),
  'X-Content-Type-Options': of('ContentTypeOptions'),
};

export const retryAfter = { 'Retry-After': of('RetryAfter') };

/** `components.headers`, of answers */
export const componentHeaders = {
  CacheControl: {
    description: 'No answer is kept by a browser, or by anything on the way to it.',
    required: true,
    schema: { type: 'string', const: 'no-store' },
  },
  ContentTypeOptions: {
    description: 'No browser takes an answer for another kind of thing than it says it is.',
    required: true,
    schema: { type: 'string', const: 'nosniff' },
  },
  Date: {
    description:
      'The clock of the proxy. The element tells by it whether an onboarding has expired, and never by the clock of the browser. Another origin can read it only if it is exposed.',
    required: true,
    schema: { type: 'string' },
    example: 'Tue, 01 Sep 2026 08:00:00 GMT',
  },
  RetryAfter: {
    description: `Seconds, or an HTTP date, until it makes sense to ask again. Believed up to ${longestRetryAfter / 60_000} minutes.`,
    schema: { type: 'string' },
    example: '5',
  },
};
