import type { SimulatorAnswer } from './answer.js';
import { breakingInHalf } from './faults/body-streams.js';

/** `fetch` as a caller in the same process sees it: transport faults become what `fetch` makes of them. */
export async function fetchPlainly(
  request: Request,
  answer: (request: Request) => Promise<SimulatorAnswer>,
): Promise<Response> {
  request.signal.throwIfAborted();
  const { response, transport } = await untilAborted(request.signal, answer(request));
  switch (transport) {
    case null:
      return response;
    case 'drop':
      throw new TypeError('fetch failed');
    case 'hang':
      return untilAborted(request.signal, new Promise<never>(() => {}));
    default:
      return brokenResponse(response);
  }
}

async function brokenResponse(response: Response): Promise<Response> {
  const { status, headers } = response;
  if (status === 204) throw new TypeError('fetch failed');
  return new Response(breakingInHalf(new Uint8Array(await response.arrayBuffer())), { status, headers });
}

/** The work goes on when the caller leaves, as it does at a real upstream; only the waiting ends. */
function untilAborted<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const leave = () => reject(signal.reason as Error);
    signal.addEventListener('abort', leave, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave));
  });
}
