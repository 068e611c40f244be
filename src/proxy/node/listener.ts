import type { IncomingMessage, ServerResponse } from 'node:http';
import { toNodeHandler } from 'srvx/node';
import { isResolvedAnew } from './raw-path.js';

/** For `http.createServer`. */
export type Listener = (request: IncomingMessage, response: ServerResponse) => void;

export function listenerOf(handler: (request: Request) => Promise<Response>): Listener {
  // srvx trusts no forwarded header unless told to (`trustProxy`), and the proxy derives nothing from the host anyway.
  const handle = toNodeHandler(handler) as Listener;
  return (request, response) => {
    // The adapter would resolve it before the proxy sees it. `/` is no route, so it is refused like any other path.
    if (isResolvedAnew(request.url ?? '')) request.url = '/';
    handle(request, response);
  };
}
