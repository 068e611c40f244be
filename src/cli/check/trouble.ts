import { problemIn, type Answer } from './answer.js';

/** The answer is about the server, and not about what was asked. */
export const isFailing = ({ status }: Answer): boolean => status >= 500 || status === 429;

/** What may pass: whatever a rule is about, such an answer says nothing of it. 500 is a mistake in handling just this. */
export const isOutOfOrder = (answer: Answer): boolean => isFailing(answer) && answer.status !== 500;

const advice: Readonly<Record<string, string>> = {
  rate_limited: 'wait, and check again',
  upstream_credentials: 'Edlink refuses its token or its team (for links: Pathwright): see its settings',
  upstream_unavailable: 'it does not reach Edlink (for links: Pathwright): see its settings and its own log',
  invalid_response: 'it cannot read what Edlink (for links: Pathwright) answers: see its own log',
};

/** For people: what has failed, by the code that the proxy gives. */
export function failureInWords(answer: Answer): string {
  const code = problemIn(answer)?.code;
  const usual = answer.status === 429 ? advice['rate_limited'] : 'see its own log';
  return `the proxy answered ${[answer.status, code].filter(Boolean).join(' ')}: ${advice[code ?? ''] ?? usual}`;
}
