/**
 * A call as source text. tsx names nested functions through a helper that no page has, so it is brought along.
 */
export function expression(work: (...parameters: never[]) => unknown, parameters: unknown[]): string {
  const list = parameters
    .map((parameter) => (parameter === undefined ? 'undefined' : JSON.stringify(parameter)))
    .join(', ');
  return `((__name) => (${work.toString()})(${list}))((named) => named)`;
}
