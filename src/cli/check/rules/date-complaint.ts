import type { Answer } from '../answer.js';

/** Milliseconds. Clocks differ a little, and an onboarding lives for days. */
const tolerance = 5 * 60_000;

/** What is wrong with the clock that an answer shows. */
export function dateComplaint({ headers }: Answer): string | undefined {
  const text = headers.get('Date');
  if (text === null) return 'no Date header: send the server’s time (RFC 9110 §6.6.1)';
  const difference = Date.parse(text) - Date.now();
  if (Number.isNaN(difference))
    return `the Date header is no date (${JSON.stringify(text.slice(0, 40))}): send the server’s time as RFC 9110 §6.6.1 writes it`;
  if (Math.abs(difference) <= tolerance) return undefined;
  const minutes = Math.round(Math.abs(difference) / 60_000);
  return `the Date is ${minutes} minutes ${difference < 0 ? 'behind' : 'ahead of'} this machine’s clock: set the server’s (or this one)`;
}
