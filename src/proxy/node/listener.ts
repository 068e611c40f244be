import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ServerRequest } from 'srvx';
import { toNodeHandler } from 'srvx/node';
import { isResolvedAnew } from './raw-path.js';

export type Listener = (request: IncomingMessage, response: ServerResponse) => void;

/** What frameworks add to Node's request. */
interface HandedOn extends IncomingMessage {
  /** Express: the whole path, where `url` is what follows the path that somebody is mounted at. */
  originalUrl?: string;
  /** What a parser made of the body. */
  body?: unknown;
  /** The body as it came, kept by a parser. srvx takes it for the stream. */
  rawBody?: unknown;
}

/** For `node:http` and what is built on it, also below a path, and behind a parser that has read the body. */
export function createListener(handler: (request: Request) => Promise<Response>): Listener {
  // srvx trusts no forwarded header unless told to (`trustProxy`), and the proxy derives nothing from the host anyway.
  const handle = toNodeHandler(async (request) => {
    const response = await handler(request);
    if (isLeftHalfRead(request)) response.headers.set('Connection', 'close');
    return response;
  }) as Listener;
  return (request: HandedOn, response) => {
    restorePath(request);
    restoreBody(request);
    handle(request, response);
  };
}

/** The adapter would resolve a hostile path before the proxy sees it. `/` is no route, so it is refused like any other. */
function restorePath(request: HandedOn): void {
  const target = request.originalUrl ?? request.url ?? '';
  request.url = isResolvedAnew(target) ? '/' : target;
}

/**
 * A stream can be read once. The proxy still judges for itself: it counts these bytes, and takes nothing for JSON that
 * was not sent as `application/json`, such as a form that another parser made an object of.
 */
function restoreBody(request: HandedOn): void {
  const { readableDidRead, body, rawBody } = request;
  if (!readableDidRead || body === undefined || Buffer.isBuffer(rawBody)) return;
  request.rawBody = isUnparsed(body) ? Buffer.from(body) : Buffer.from(JSON.stringify(body));
}

const isUnparsed = (body: unknown): body is string | Uint8Array =>
  typeof body === 'string' || body instanceof Uint8Array;

/** After a body that was too large, say: Node would leave the rest on the connection, and the next request behind it. */
function isLeftHalfRead({ runtime }: ServerRequest): boolean {
  const incoming = runtime?.node?.req;
  return incoming !== undefined && incoming.readableDidRead && !incoming.complete;
}
