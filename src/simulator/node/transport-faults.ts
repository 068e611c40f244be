import type { ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { TransportFault } from '../answer.js';

/** A reset that overtakes bytes the caller has not read yet looks like a polite end to it. In milliseconds. */
const untilRead = 20;

/** Does to the connection what the fault says. */
export async function carryOutFault(
  fault: TransportFault,
  response: Response,
  nodeResponse: ServerResponse,
): Promise<void> {
  switch (fault) {
    case 'drop':
      nodeResponse.destroy();
      return;
    case 'hang':
      return;
    case 'cut':
      await sendHalf(response, nodeResponse);
      await pause(untilRead);
      nodeResponse.socket?.resetAndDestroy();
      return;
    case 'truncate':
      await sendHalf(response, nodeResponse);
      nodeResponse.socket?.end();
      return;
  }
}

/** The head promises the whole body; half of it is on the wire when this resolves. */
async function sendHalf(response: Response, nodeResponse: ServerResponse): Promise<void> {
  const body = Buffer.from(await response.arrayBuffer());
  nodeResponse.writeHead(response.status, {
    ...Object.fromEntries(response.headers),
    'Content-Length': Math.max(body.length, 2),
  });
  const half = body.length > 1 ? body.subarray(0, Math.ceil(body.length / 2)) : '{';
  await new Promise((resolve) => nodeResponse.write(half, resolve));
}
